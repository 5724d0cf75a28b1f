package io.icmpscope.mcp.json;

import static io.icmpscope.mcp.json.CaptureJson.list;

import io.icmpscope.mcp.words.Figures;
import io.icmpscope.mcp.words.MessageName;
import io.icmpscope.message.CodePoints;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Listing;
import io.icmpscope.report.Statistics;
import io.icmpscope.report.Statistics.AddressCount;
import io.icmpscope.report.Statistics.EchoPair;
import io.icmpscope.report.Statistics.PairCount;
import io.icmpscope.report.Statistics.Talker;
import io.icmpscope.report.Statistics.TypeCount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The counts as JSON. Every list is short enough that all of them together leave room for packet entries. */
final class StatisticsJson {

    private static final int MAX_ADDRESSES = 100;
    private static final int MAX_TYPES = 64;
    private static final int MAX_ECHO_IDS = 64;
    private static final int MAX_TALKERS = 32;

    private StatisticsJson() {}

    static Map<String, @Nullable Object> statistics(IcmpReport report) {
        Statistics counts = report.statistics();
        JsonObject json = new JsonObject();
        typeCounts(json, counts.byType());
        json.with("unique_sources_count", counts.sources().total())
                .with("unique_destinations_count", counts.destinations().total());
        addresses(json, "unique_sources", counts.sources());
        addresses(json, "unique_destinations", counts.destinations());
        json.with("echo_sessions", report.echo().sessions().total());
        echoPairs(json, counts.echoPairs());
        json.with("unreachable_destinations_count", counts.unreachable().total());
        addresses(json, "unreachable_destinations", counts.unreachable());
        addresses(json, "unreachable_error_receivers", counts.unreachableReceivers());
        list(json, "by_type", Listing.whole(counts.byType()), MAX_TYPES, StatisticsJson::type);
        list(json, "talkers", counts.talkers(), MAX_TALKERS, StatisticsJson::talker);
        list(json, "pairs", counts.pairs(), MAX_TALKERS, StatisticsJson::pair);
        return json.with("share_of_capture_percent", share(report)).members();
    }

    /** Sums what has one name: both versions of ICMP, and all codes. */
    private static void typeCounts(JsonObject json, List<TypeCount> types) {
        Map<String, Long> byName = types.stream()
                .collect(Collectors.groupingBy(
                        type -> CodePoints.typeName(type.icmpVersion(), type.icmpType()),
                        LinkedHashMap::new,
                        Collectors.summingLong(TypeCount::count)));
        JsonObject named = new JsonObject();
        byName.entrySet().stream().limit(MAX_TYPES).forEach(name -> named.with(name.getKey(), name.getValue()));
        json.with("icmp_type_counts", named.members())
                .withOmitted("icmp_type_counts", Math.max(0, byName.size() - MAX_TYPES));
    }

    private static void echoPairs(JsonObject json, Listing<EchoPair> pairs) {
        JsonObject byId = new JsonObject();
        List<EchoPair> kept = pairs.entries().stream().limit(MAX_ECHO_IDS).toList();
        for (EchoPair pair : kept) {
            byId.with(
                    Integer.toString(pair.identifier()),
                    new JsonObject()
                            .with("requests", pair.requests())
                            .with("replies", pair.replies())
                            .members());
        }
        json.with("echo_pairs", byId.members()).withOmitted("echo_pairs", pairs.total() - kept.size());
    }

    private static void addresses(JsonObject json, String name, Listing<AddressCount> addresses) {
        list(json, name, addresses, MAX_ADDRESSES, entry -> entry.address().toString());
    }

    private static Map<String, @Nullable Object> type(TypeCount type) {
        return new JsonObject()
                .with("ip_version", type.icmpVersion())
                .with("icmp_type", type.icmpType())
                .with("icmp_code", type.icmpCode())
                .with("name", MessageName.of(type))
                .with("count", type.count())
                .with("bytes", type.bytes())
                .members();
    }

    private static Map<String, @Nullable Object> talker(Talker talker) {
        return new JsonObject()
                .with("ip", talker.address().toString())
                .with("sent", talker.sent())
                .with("received", talker.received())
                .with("bytes", talker.bytes())
                .members();
    }

    private static Map<String, @Nullable Object> pair(PairCount pair) {
        return new JsonObject()
                .with("src_ip", pair.source().toString())
                .with("dst_ip", pair.destination().toString())
                .with("count", pair.count())
                .with("bytes", pair.bytes())
                .members();
    }

    private static @Nullable Object share(IcmpReport report) {
        return report.totalPackets() == 0
                ? null
                : Figures.sixDigits(100.0 * report.icmpPackets() / report.totalPackets());
    }
}
