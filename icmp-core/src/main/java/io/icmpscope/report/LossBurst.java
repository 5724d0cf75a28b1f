package io.icmpscope.report;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Requests of one ping that were lost one after the other, a single one included.
 *
 * @param firstTime when the first was sent, or null when the capture has no time for it
 * @param lastTime when the last was sent, or null
 * @param count how many
 * @param firstSequenceNumber the sequence number of the first, 0 to 65,535
 * @param lastSequenceNumber the sequence number of the last, 0 to 65,535
 */
public record LossBurst(
        @Nullable Instant firstTime,
        @Nullable Instant lastTime,
        long count,
        int firstSequenceNumber,
        int lastSequenceNumber)
        implements Serializable {}
