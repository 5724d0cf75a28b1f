package io.icmpscope.internal.packet;

import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was odd about the fragments of ICMP messages from one host to another, which nobody sees who looks at whole messages
 * alone.
 *
 * @param kind what was odd
 * @param source who sent them
 * @param destination whom they were for
 * @param icmpVersion 4 for ICMP, 6 for ICMPv6
 * @param icmpType of messages that were given up, 0 to 255; else {@link PacketView#NONE}
 * @param count how many fragments, of {@link Kind#GIVEN_UP} how many messages
 * @param measure the worst of them, as the kind says
 * @param frames the first of those that show it, 10 at most
 * @param firstTime when it was seen first, or null
 * @param lastTime when it was seen last, or null
 */
public record FragmentTrouble(
        Kind kind,
        IpAddress source,
        IpAddress destination,
        int icmpVersion,
        int icmpType,
        long count,
        long measure,
        List<Long> frames,
        @Nullable Instant firstTime,
        @Nullable Instant lastTime)
        implements Serializable {

    /** Keeps a copy of the list. */
    public FragmentTrouble {
        frames = List.copyOf(frames);
    }

    /** What can be odd. */
    public enum Kind {
        /** It reaches beyond what a datagram can have. Measured: where it ends, in bytes; the furthest. */
        OVERSIZED,
        /**
         * It overlaps others in part, and brings what they brought. Measured: how many milliseconds after the first fragment of
         * the message it came; the fewest.
         */
        OVERLAP,
        /** It overlaps others in part, or ends elsewhere, and contradicts them. Measured: as {@link #OVERLAP}. */
        CONFLICT,
        /** It lies exactly where another lay before, and brings something else. Measured: as {@link #OVERLAP}. */
        REPLACED,
        /** It is a first one, and short. Measured: its payload in bytes; the shortest. */
        SMALL_FIRST,
        /** The others did not come. Measured: nothing. */
        GIVEN_UP
    }
}
