package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.collect.Seen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of one type of message was seen on a link.
 *
 * @param place which link
 * @param type the type of ICMPv6
 * @param all all of them
 * @param busiest how many in the busiest second
 * @param busyFrames frames of that second, when there were ten
 * @param sources how many addresses they came from
 * @param senders how many link-layer addresses their frames came from; 0 where none are known
 * @param sender one of these, when there is only one, or null
 * @param newSources how many of the addresses were new within ten seconds, at most; the first minute does not count
 * @param advertisers of router advertisements, how many senders there were within ten seconds, at most
 * @param prefixes of router advertisements, how many prefixes there were within ten seconds, at most
 */
record NoiseSeen(
        String place,
        int type,
        Seen all,
        long busiest,
        List<Long> busyFrames,
        long sources,
        long senders,
        @Nullable String sender,
        int newSources,
        int advertisers,
        int prefixes) {

    NoiseSeen {
        busyFrames = List.copyOf(busyFrames);
    }

    /** The evidence, with the frames of the busiest second where they are known. */
    Seen evidence() {
        return busyFrames.isEmpty() ? all : new Seen(all.count(), busyFrames, all.first(), all.last());
    }
}
