package io.icmpscope.bench.spark;

import io.icmpscope.CaptureStretch;
import io.icmpscope.EventJoin;
import io.icmpscope.IcmpEvent;
import io.icmpscope.PartialReport;
import io.icmpscope.TimelineOrder;
import io.icmpscope.report.Access;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.HashPartitioner;
import org.apache.spark.Partitioner;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * Analyses captures on a cluster, to the report that one machine gives. The steps are those of {@link PartialReport}; what has
 * been decoded and joined is kept on the disks of the workers until the report is made.
 */
final class SparkAnalysis {

    private static final StorageLevel ON_DISK = StorageLevel.DISK_ONLY();

    private final JavaSparkContext spark;
    private final Access access;
    private final List<JavaRDD<?>> kept = new ArrayList<>();

    private SparkAnalysis(JavaSparkContext spark, Access access) {
        this.spark = spark;
        this.access = access;
    }

    /** Analyses captures that every worker finds under the same paths; those that are missing, or are none, are warnings. */
    static IcmpReport of(JavaSparkContext spark, List<String> captures, AnalysisOptions options) {
        SparkAnalysis analysis = new SparkAnalysis(spark, options.access());
        try {
            return analysis.report(captures, options);
        } finally {
            analysis.kept.forEach(JavaRDD::unpersist);
        }
    }

    private IcmpReport report(List<String> captures, AnalysisOptions options) {
        JavaRDD<Serializable> decoded = decode(captures.stream().map(List::of).toList());
        List<CaptureStretch> stretches = stretches(decoded);
        List<List<String>> overlapping = TimelineOrder.of(stretches).overlapping();
        if (!overlapping.isEmpty()) {
            Set<String> anew = new HashSet<>();
            overlapping.forEach(anew::addAll);
            JavaRDD<Serializable> together = decode(overlapping);
            stretches = new ArrayList<>(stretches);
            stretches.removeIf(stretch -> stretch.names().stream().anyMatch(anew::contains));
            stretches.addAll(stretches(together));
            decoded = decoded.filter(one -> !(one instanceof IcmpEvent event && anew.contains(event.file())))
                    .union(together);
        }
        return report(decoded, TimelineOrder.of(stretches), options);
    }

    /** Decodes the captures of each group together: a task a group. */
    private JavaRDD<Serializable> decode(List<List<String>> groups) {
        Access way = access;
        return keep(spark.parallelize(groups, groups.size())
                .flatMap(group -> DecodedCaptures.in(TaskContext.get(), group, way)));
    }

    private <T> JavaRDD<T> keep(JavaRDD<T> made) {
        kept.add(made);
        return made.persist(ON_DISK);
    }

    private static List<CaptureStretch> stretches(JavaRDD<Serializable> decoded) {
        return decoded.filter(CaptureStretch.class::isInstance)
                .map(CaptureStretch.class::cast)
                .collect();
    }

    private IcmpReport report(JavaRDD<Serializable> decoded, TimelineOrder order, AnalysisOptions options) {
        Broadcast<TimelineOrder> everywhere = spark.broadcast(order);
        JavaRDD<IcmpEvent> events = decoded.filter(IcmpEvent.class::isInstance)
                .map(IcmpEvent.class::cast)
                .filter(event -> !everywhere.value().saysNothing(event))
                .map(event -> everywhere.value().place(event));
        JavaRDD<IcmpEvent> waiting = events.filter(IcmpEvent::needsJoin);
        JavaRDD<Serializable> joined = keep(sorted(waiting, new HashPartitioner(1)).mapPartitions(SparkAnalysis::join));
        EventJoin.Result result = joined.filter(EventJoin.Result.class::isInstance)
                .map(EventJoin.Result.class::cast)
                .first();
        Broadcast<EventJoin.Result> known = spark.broadcast(result);
        JavaRDD<IcmpEvent> settled = events.filter(event -> !event.needsJoin())
                .map(event -> known.value().number(event))
                .union(joined.filter(IcmpEvent.class::isInstance).map(IcmpEvent.class::cast));
        return sorted(settled, new ByAskingHost(spark.defaultParallelism()))
                .mapPartitions(part -> see(part, options))
                .treeReduce(PartialReport::merge)
                .report(order, result);
    }

    /** Deals events to parts, each of which gets its own in the order of the timeline. */
    private static JavaRDD<IcmpEvent> sorted(JavaRDD<IcmpEvent> events, Partitioner parts) {
        return events.mapToPair(event -> new Tuple2<>(event, true))
                .repartitionAndSortWithinPartitions(parts)
                .keys();
    }

    /** The messages of frames in order, and behind them the result. */
    private static Iterator<Serializable> join(Iterator<IcmpEvent> frames) {
        EventJoin join = new EventJoin();
        return new Iterator<>() {
            private Iterator<IcmpEvent> found = List.<IcmpEvent>of().iterator();
            private boolean ended;

            @Override
            public boolean hasNext() {
                return !ended;
            }

            @Override
            public Serializable next() {
                while (!found.hasNext() && frames.hasNext()) {
                    found = join.join(frames.next()).iterator();
                }
                ended = !found.hasNext();
                return ended ? join.result() : found.next();
            }
        };
    }

    private static Iterator<PartialReport> see(Iterator<IcmpEvent> events, AnalysisOptions options) {
        PartialReport partial = new PartialReport(options);
        events.forEachRemaining(partial::see);
        return List.of(partial).iterator();
    }
}
