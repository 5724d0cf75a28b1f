package io.icmpscope.internal.analysis.payload;

import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.analysis.collect.Sightings;
import io.icmpscope.internal.analysis.collect.Spread;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.AnalysisOptions;
import java.io.Serializable;
import java.util.Comparator;
import java.util.TreeMap;

/** Who sent echo requests that are known from a program to whom? */
final class ToolTally implements Serializable {

    private record Key(EchoTool tool, IpAddress source, IpAddress destination)
            implements Spread.Key, Comparable<Key>, Serializable {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::tool).thenComparing(Key::source).thenComparing(Key::destination);

        @Override
        public long spread() {
            return Spread.of(Spread.of(Spread.of(0, tool.name()), source), destination);
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private final KeptMap<Key, Sightings> seen;

    ToolTally(AnalysisOptions options) {
        seen = new KeptMap<>(options.maxEntries());
    }

    void see(PayloadClass data, PacketView echo) {
        EchoTool tool = EchoTool.of(data, echo);
        if (tool != null) {
            Sightings sightings = seen.of(new Key(tool, echo.source(), echo.destination()), Sightings::new);
            if (sightings != null) {
                sightings.see(echo);
            }
        }
    }

    void merge(ToolTally other) {
        seen.merge(other.seen, Sightings::addAll);
    }

    void contribute(ReportDraft draft) {
        seen.tellLimit("findings: senders of the echo requests of known tools", draft);
        new TreeMap<>(seen.kept())
                .forEach((key, sightings) -> draft.observations.add(new ToolSighting(
                        key.tool,
                        key.source,
                        key.destination,
                        sightings.count(),
                        sightings.frames(),
                        sightings.firstTime(),
                        sightings.lastTime())));
    }
}
