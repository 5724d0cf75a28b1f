package io.icmpscope.report;

import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What routers said, or silence suggests, of the largest packet that fits through a path: RFC 1191, RFC 8201.
 *
 * @param source who sent the packets that were too big
 * @param destination where they went
 * @param mtu the smallest MTU that was reported, in bytes; null when none was
 * @param estimated whether routers before RFC 1191 left the MTU out, so that it is the next plateau of its table below the
 *     quoted length
 * @param reporters who reported it, by address, 16 at most
 * @param events how many reports there were
 * @param ignored reports, at least a second after an earlier one, about packets larger than that one allowed: the sender
 *     does not heed them
 * @param blackHole what suggests that large packets vanish without a report, or null
 * @param firstTime the time of the first report, or null
 * @param lastTime the time of the last report, or null
 * @param frames the frames of the first reports, 10 at most
 */
public record PathMtu(
        IpAddress source,
        IpAddress destination,
        @Nullable Long mtu,
        boolean estimated,
        List<IpAddress> reporters,
        long events,
        long ignored,
        @Nullable BlackHole blackHole,
        @Nullable Instant firstTime,
        @Nullable Instant lastTime,
        List<Long> frames)
        implements Serializable {

    /** Keeps copies of the lists. */
    public PathMtu {
        reporters = List.copyOf(reporters);
        frames = List.copyOf(frames);
    }

    /**
     * Pings of one size that were answered, and larger ones that were not: a hint, no proof. Sizes are those of the echo
     * data.
     *
     * @param answeredBytes the largest size of which three or more requests were answered
     * @param answered how many of them were
     * @param lostBytes the smallest size above of which three or more were sent, and none was answered
     * @param lost how many of them were lost
     */
    public record BlackHole(int answeredBytes, long answered, int lostBytes, long lost) implements Serializable {}
}
