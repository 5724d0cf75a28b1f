package io.icmpscope.report;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * How many ICMP messages there were when: those whose frames have a time.
 *
 * <p>Times are counted in cells of one second of capture time that begin with a full second. The table of cells has 128
 * places for 1,024 seconds in a row (17 minutes) in which there are messages at all, 36 hours without a pause. When these
 * are not enough, cells are two seconds wide, or four, and so on. A clock that jumps takes up no places between.
 *
 * @param bucketSeconds the width of a bucket in seconds: the smallest of 1, 2, 5, 10, 15, 30 seconds, as many minutes, 1,
 *     2, 6, 12 hours, 1, 2, 4, 8 days and so on of which at most 120 reach from the first message to the last
 * @param buckets the buckets in the order of time; those without messages are left out
 * @param peak the cell with most messages
 * @param types the same for each type of message by version and type; empty unless series were
 *     {@linkplain AnalysisOptions#withSeries asked for}
 */
public record Rate(long bucketSeconds, List<Bucket> buckets, Peak peak, List<OfType> types) implements Serializable {

    /** Keeps copies of the lists. */
    public Rate {
        buckets = List.copyOf(buckets);
        types = List.copyOf(types);
    }

    /**
     * The messages of some time.
     *
     * @param time when it begins, a multiple of the bucket's width since 1970
     * @param count how many messages, at least 1
     * @param bytes the captured bytes of their frames
     */
    public record Bucket(Instant time, long count, long bytes) implements Serializable {}

    /**
     * When most messages came, the first time if there are several.
     *
     * @param time when the cell begins
     * @param perSecond its messages by its width, a whole number as long as cells are a second wide; more than 0
     */
    public record Peak(Instant time, double perSecond) implements Serializable {}

    /**
     * The messages of one type.
     *
     * @param ipVersion 4 for ICMP, 6 for ICMPv6
     * @param type 0 to 255
     * @param buckets as those of all messages, of the same width; those without messages of the type are left out
     */
    public record OfType(int ipVersion, int type, List<Bucket> buckets) implements Serializable {

        /** Keeps a copy of the list. */
        public OfType {
            buckets = List.copyOf(buckets);
        }
    }
}
