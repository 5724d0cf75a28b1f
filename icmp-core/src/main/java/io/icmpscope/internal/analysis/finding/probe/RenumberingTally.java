package io.icmpscope.internal.analysis.finding.probe;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.analysis.collect.Sightings;
import io.icmpscope.internal.analysis.collect.Spread;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.RouterRenumbering;
import io.icmpscope.report.AnalysisOptions;
import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who wanted routers to change their prefixes? */
public final class RenumberingTally implements Collector {

    private static final int TYPE = 138; // of ICMPv6, RFC 2894

    /** What a message of renumbering is. */
    enum What {
        /** A command that changes prefixes. */
        COMMAND,
        /** A command that only asks what would change. */
        TEST,
        /** What came of one. */
        RESULT,
        /** The sequence numbers begin anew, so that old commands can come again. */
        RESET
    }

    /**
     * Such messages of one host.
     *
     * @param frames the frames of the first, 10 at most
     */
    record Seen(
            IpAddress source,
            What what,
            long count,
            List<Long> frames,
            @Nullable Instant firstTime,
            @Nullable Instant lastTime) {}

    private record Key(IpAddress source, What what) implements Spread.Key, Comparable<Key>, Serializable {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::source).thenComparing(Key::what);

        @Override
        public long spread() {
            return Spread.of(Spread.of(0, what.name()), source);
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private final KeptMap<Key, Sightings> seen;

    /**
     * Makes a tally of nothing.
     *
     * @param options how many senders to keep
     */
    public RenumberingTally(AnalysisOptions options) {
        seen = new KeptMap<>(options.maxEntries());
    }

    @Override
    public void see(PacketView view) {
        if (view.icmpVersion() == 6 && view.type() == TYPE) {
            Sightings sightings = seen.of(new Key(view.source(), what(view)), Sightings::new);
            if (sightings != null) {
                sightings.see(view);
            }
        }
    }

    private static What what(PacketView view) {
        return switch (view.code()) {
            case 1 -> What.RESULT;
            case 255 -> What.RESET;
            default -> view.message() instanceof RouterRenumbering command && command.test() ? What.TEST : What.COMMAND;
        };
    }

    @Override
    public void merge(Collector other) {
        seen.merge(((RenumberingTally) other).seen, Sightings::addAll);
    }

    @Override
    public void contribute(ReportDraft draft) {
        seen.tellLimit("findings: hosts that renumber routers", draft);
        new TreeMap<>(seen.kept())
                .forEach((key, sightings) -> draft.observations.add(new Seen(
                        key.source,
                        key.what,
                        sightings.count(),
                        sightings.frames(),
                        sightings.firstTime(),
                        sightings.lastTime())));
    }
}
