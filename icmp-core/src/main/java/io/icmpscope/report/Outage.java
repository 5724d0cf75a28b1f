package io.icmpscope.report;

import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which requests of one ping stayed without an answer, one after the other: at least three of them.
 *
 * @param requester who asked
 * @param responder whom it asked
 * @param identifier the identifier of the requests, 0 to 65,535
 * @param firstTime when the first lost request was sent
 * @param lastTime when the last lost request was sent
 * @param lost how many were lost
 * @param lastAnswerBefore when the latest answer before came, or null when there was none
 * @param firstAnswerAfter when the first answer after came, or null when there was none
 */
public record Outage(
        IpAddress requester,
        IpAddress responder,
        int identifier,
        Instant firstTime,
        Instant lastTime,
        long lost,
        @Nullable Instant lastAnswerBefore,
        @Nullable Instant firstAnswerAfter)
        implements Serializable {}
