package io.icmpscope.report;

import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that a reader of the capture should know, with what is needed to check it. It says what was observed and accuses
 * nobody. Immutable.
 *
 * @param id the name of its {@link FindingKind}, such as {@code "LOSS"}
 * @param title what was observed, in a line
 * @param severity how much it matters
 * @param confidence how sure it is that this is what it looks like
 * @param category what it concerns
 * @param summary the same with numbers, one or two sentences
 * @param evidence what it rests on
 * @param mayBeBenign which harmless cause looks the same
 * @param nextStep what to do to be sure
 * @param displayFilter a display filter of Wireshark that shows the evidence
 * @param references where to read more, as in its kind
 */
public record Finding(
        String id,
        String title,
        Severity severity,
        Confidence confidence,
        Category category,
        String summary,
        Evidence evidence,
        String mayBeBenign,
        String nextStep,
        String displayFilter,
        List<String> references)
        implements Serializable {

    /**
     * Keeps a copy of the list.
     *
     * @throws NullPointerException when something is missing
     */
    public Finding {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(confidence);
        Objects.requireNonNull(category);
        Objects.requireNonNull(summary);
        Objects.requireNonNull(evidence);
        Objects.requireNonNull(mayBeBenign);
        Objects.requireNonNull(nextStep);
        Objects.requireNonNull(displayFilter);
        references = List.copyOf(references);
    }

    /** How much a finding matters, the least first. */
    public enum Severity {
        /** Good to know. */
        INFO,
        /** Something to look at when there is time. */
        LOW,
        /** Something is wrong, or someone explores. */
        MEDIUM,
        /** Users suffer, or it is consistent with an attack. */
        HIGH,
        /** Consistent with an attack that is known to do damage. */
        CRITICAL
    }

    /** What a finding concerns. */
    public enum Category {
        /** The network does not deliver what it should. */
        NETWORK,
        /** Someone may abuse it. */
        SECURITY,
        /** The capture itself, and what it can prove. */
        CAPTURE,
        /** Someone does not follow the standards. */
        PROTOCOL
    }

    /**
     * What a finding rests on.
     *
     * @param count how many messages, or other things that {@code measured} names, show it
     * @param frames the numbers of the first frames that show it, ascending, 10 at most; empty where they were not kept
     * @param firstTime when it was seen first, or null when the capture has no time
     * @param lastTime when it was seen last, or null
     * @param addresses whom it concerns, 10 at most; the one that it is about first
     * @param measured the number that decided
     */
    public record Evidence(
            long count,
            List<Long> frames,
            @Nullable Instant firstTime,
            @Nullable Instant lastTime,
            Listing<IpAddress> addresses,
            Measured measured)
            implements Serializable {

        /**
         * Keeps a copy of the list.
         *
         * @throws NullPointerException when anything but the times is missing
         */
        public Evidence {
            Objects.requireNonNull(addresses);
            Objects.requireNonNull(measured);
            frames = List.copyOf(frames);
        }
    }

    /**
     * A number that reached its threshold.
     *
     * @param metric what was measured, with its unit, such as {@code "loss_percent"}
     * @param value its value
     * @param threshold from which value on it is a finding of this severity
     */
    public record Measured(String metric, double value, double threshold) implements Serializable {}
}
