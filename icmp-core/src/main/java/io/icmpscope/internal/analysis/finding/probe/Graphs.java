package io.icmpscope.internal.analysis.finding.probe;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.analysis.collect.Sightings;
import io.icmpscope.internal.analysis.collect.Spread;
import io.icmpscope.internal.analysis.collect.TimeSpan;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.Rpl;
import io.icmpscope.report.AnalysisOptions;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What nodes of low-power networks say of their graphs, and how often they ask for them: RPL, RFC 6550. */
public final class Graphs implements Collector {

    private static final int TYPE = 155; // of ICMPv6
    private static final long SECOND = 1_000_000_000L;

    /** More within a second are no news. */
    static final int MOST_AT_ONCE = 64;

    /**
     * What one node says of one version of a graph.
     *
     * @param node who says it
     * @param instance the instance of RPL, 0 to 255
     * @param graph the identifier of the graph, an address of its root
     * @param version its version, 0 to 255
     * @param leastRank the smallest rank that the node says it has
     * @param firstFrame the frame of the first such message
     * @param lastFrame the frame of the last one
     */
    record Position(
            IpAddress node,
            int instance,
            IpAddress graph,
            int version,
            int leastRank,
            long count,
            long firstFrame,
            long lastFrame,
            List<Long> frames,
            @Nullable Instant firstTime,
            @Nullable Instant lastTime) {

        /** Whether the node is the root, whose address the graph is called by. */
        boolean isRoot() {
            return node.low() == graph.low();
        }
    }

    /**
     * The solicitations of one node.
     *
     * @param mostInASecond how many came within a second, {@value Graphs#MOST_AT_ONCE} at most
     */
    record Solicitations(
            IpAddress node,
            long count,
            int mostInASecond,
            List<Long> frames,
            @Nullable Instant firstTime,
            @Nullable Instant lastTime) {}

    private record Key(IpAddress node, int instance, IpAddress graph, int version)
            implements Spread.Key, Comparable<Key>, Serializable {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::node)
                .thenComparing(Key::graph)
                .thenComparingInt(Key::instance)
                .thenComparingInt(Key::version);

        @Override
        public long spread() {
            return Spread.of(Spread.of(Spread.of(0, (long) instance << 8 | version), node), graph);
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Said implements Serializable {
        final Sightings sightings = new Sightings();
        int leastRank = Integer.MAX_VALUE;
        long firstFrame = Long.MAX_VALUE;
        long lastFrame;

        void see(PacketView view, int rank) {
            sightings.see(view);
            leastRank = Math.min(leastRank, rank);
            firstFrame = Math.min(firstFrame, view.frameNumber());
            lastFrame = Math.max(lastFrame, view.frameNumber());
        }

        void addAll(Said other) {
            sightings.addAll(other.sightings);
            leastRank = Math.min(leastRank, other.leastRank);
            firstFrame = Math.min(firstFrame, other.firstFrame);
            lastFrame = Math.max(lastFrame, other.lastFrame);
        }
    }

    /** All solicitations of a node are seen by one part, in the order of the capture. */
    private static final class Asked implements Serializable {
        final Sightings sightings = new Sightings();
        private final ArrayDeque<Long> latest = new ArrayDeque<>();
        int most;

        void see(PacketView view) {
            sightings.see(view);
            long now = view.timeNanos();
            if (now == Frame.NO_TIME) {
                return;
            }
            while (!latest.isEmpty() && (latest.size() == MOST_AT_ONCE || isOver(latest.getFirst(), now))) {
                latest.removeFirst();
            }
            latest.addLast(now);
            most = Math.max(most, latest.size());
        }

        private static boolean isOver(long earlier, long now) {
            long apart = TimeSpan.since(earlier, now);
            return apart < 0 || apart >= SECOND;
        }
    }

    private final KeptMap<Key, Said> said;
    private final KeptMap<IpAddress, Asked> asked;

    /**
     * Makes a tally of nothing.
     *
     * @param options how many nodes to keep
     */
    public Graphs(AnalysisOptions options) {
        said = new KeptMap<>(options.maxEntries());
        asked = new KeptMap<>(options.maxEntries());
    }

    @Override
    public void see(PacketView view) {
        if (view.icmpVersion() == 6 && view.type() == TYPE) {
            say(view);
        }
    }

    private void say(PacketView view) {
        if (view.message() instanceof Rpl.InformationObject object) {
            Key key = new Key(view.source(), object.instanceId(), object.dodagId(), object.version());
            Said known = said.of(key, Said::new);
            if (known != null) {
                known.see(view, object.rank());
            }
        } else if (view.message() instanceof Rpl.InformationSolicitation) {
            Asked known = asked.of(view.source(), Asked::new);
            if (known != null) {
                known.see(view);
            }
        }
    }

    @Override
    public void merge(Collector other) {
        Graphs that = (Graphs) other;
        said.merge(that.said, Said::addAll);
        asked.merge(that.asked, (mine, theirs) -> {
            throw new IllegalStateException("one asking host in two parts");
        });
    }

    @Override
    public void contribute(ReportDraft draft) {
        said.tellLimit("findings: versions of RPL graphs", draft);
        asked.tellLimit("findings: nodes that ask for RPL graphs", draft);
        new TreeMap<>(said.kept())
                .forEach((key, one) -> draft.observations.add(new Position(
                        key.node,
                        key.instance,
                        key.graph,
                        key.version,
                        one.leastRank,
                        one.sightings.count(),
                        one.firstFrame,
                        one.lastFrame,
                        one.sightings.frames(),
                        one.sightings.firstTime(),
                        one.sightings.lastTime())));
        new TreeMap<>(asked.kept())
                .forEach((node, one) -> draft.observations.add(new Solicitations(
                        node,
                        one.sightings.count(),
                        one.most,
                        one.sightings.frames(),
                        one.sightings.firstTime(),
                        one.sightings.lastTime())));
    }
}
