package io.icmpscope.internal.analysis.link;

import io.icmpscope.internal.analysis.collect.TimeSpan;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Listing;
import io.icmpscope.report.Neighbor;
import io.icmpscope.report.Neighbor.LinkAddress;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was said about one address of the link. */
final class NeighborWords implements Serializable {

    /** A link-layer address: where it was seen first, and when. */
    private static final class Sighting implements Serializable {
        private final String source;
        private final TimeSpan times = new TimeSpan();

        private Sighting(String source) {
            this.source = source;
        }

        private LinkAddress named(String linkAddress) {
            return new LinkAddress(linkAddress, times.first(), times.last(), source);
        }
    }

    private final Words<String, Sighting> linkAddresses = new Words<>();
    private @Nullable String current;
    private @Nullable String frameAddress;
    private @Nullable Sighting frames;
    private @Nullable DuplicateChecks checks; // most addresses are never checked
    private boolean router;
    private long changes;

    NeighborWords() {}

    /** Sees an option name its link-layer address. */
    void named(String linkAddress, String source, long nanos) {
        if (current != null && !current.equals(linkAddress)) {
            changes++;
        }
        current = linkAddress;
        Sighting known = linkAddresses.on(linkAddress);
        Sighting sighting = known == null ? new Sighting(source) : known;
        sighting.times.note(nanos);
        linkAddresses.say(linkAddress, sighting);
    }

    /** Sees a frame from it; the latest link-layer address counts. */
    void sent(String linkAddress, long nanos) {
        Sighting known = frames;
        if (known == null || !linkAddress.equals(frameAddress)) {
            known = new Sighting(DuplicateChecks.FRAME);
            frames = known;
            frameAddress = linkAddress;
        }
        known.times.note(nanos);
    }

    void saidToBeRouter() {
        router = true;
    }

    DuplicateChecks checks() {
        DuplicateChecks known = checks;
        if (known == null) {
            known = new DuplicateChecks();
            checks = known;
        }
        return known;
    }

    void claimed(Moment now, @Nullable String frameFrom, @Nullable String linkAddress) {
        if (checks != null) {
            checks.claimed(now, frameFrom, linkAddress);
        }
    }

    Neighbor neighbor(IpAddress address, long lastTimeNanos) {
        if (checks != null) {
            checks.end(lastTimeNanos);
        }
        return new Neighbor(
                address,
                linkAddresses.isEmpty() ? ofFrames() : linkAddresses.listing((text, seen) -> seen.named(text)),
                router,
                changes,
                checks == null ? 0 : checks.conflicts(),
                checks == null ? Listing.whole(List.of()) : checks.listing());
    }

    /** What the frames tell: those that it sent, or those of the node that found it to be free. */
    private Listing<LinkAddress> ofFrames() {
        LinkAddress owner = checks == null ? null : checks.owner();
        LinkAddress sender = frames == null || frameAddress == null ? owner : frames.named(frameAddress);
        return Listing.whole(sender == null ? List.of() : List.of(sender));
    }
}
