package io.icmpscope.report;

import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Redirects of one router for one destination: RFC 792, RFC 4861 section 4.5.
 *
 * @param reporter who sent them
 * @param receiver who was told
 * @param destination whose packets are to go elsewhere, or null when it was not quoted
 * @param gateway where they are to go; the destination itself when it is on the link
 * @param forHost whether they are for the host; else, in ICMPv4 only, for its network
 * @param count how many
 * @param firstTime the time of the first, or null
 * @param lastTime the time of the last, or null
 * @param frames the frames of the first ones, 10 at most
 */
public record RedirectGroup(
        IpAddress reporter,
        IpAddress receiver,
        @Nullable IpAddress destination,
        IpAddress gateway,
        boolean forHost,
        long count,
        @Nullable Instant firstTime,
        @Nullable Instant lastTime,
        List<Long> frames)
        implements Serializable {

    /** Keeps a copy of the list. */
    public RedirectGroup {
        frames = List.copyOf(frames);
    }
}
