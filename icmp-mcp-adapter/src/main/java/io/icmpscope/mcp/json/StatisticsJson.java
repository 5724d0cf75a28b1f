package io.icmpscope.mcp.json;

import io.icmpscope.mcp.words.Figures;
import io.icmpscope.mcp.words.MessageName;
import io.icmpscope.message.CodePoints;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Listing;
import io.icmpscope.report.Statistics;
import io.icmpscope.report.Statistics.AddressCount;
import io.icmpscope.report.Statistics.EchoPair;
import io.icmpscope.report.Statistics.PairCount;
import io.icmpscope.report.Statistics.RangeCount;
import io.icmpscope.report.Statistics.Talker;
import io.icmpscope.report.Statistics.TypeCount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The counts as JSON. */
final class StatisticsJson {

    private static final int MAX_ADDRESSES = 100;
    private static final int MAX_TYPES = 64;
    private static final int MAX_ECHO_IDS = 64;
    private static final int MAX_TALKERS = 32;
    private static final int NAME_BYTES = 40; // of a name and its count
    private static final int PAIR_BYTES = 50; // of an id and its counts

    private StatisticsJson() {}

    static Map<String, @Nullable Object> statistics(IcmpReport report, Share share) {
        Statistics counts = report.statistics();
        JsonObject json = new JsonObject();
        typeCounts(json, counts.byType(), share);
        distinct(json, "unique_sources_count", counts.sources());
        distinct(json, "unique_destinations_count", counts.destinations());
        addresses(json, "unique_sources", counts.sources(), share);
        addresses(json, "unique_destinations", counts.destinations(), share);
        distinct(json, "echo_sessions", report.echo().sessions());
        echoPairs(json, counts.echoPairs(), share);
        distinct(json, "unreachable_destinations_count", counts.unreachable());
        addresses(json, "unreachable_destinations", counts.unreachable(), share);
        addresses(json, "unreachable_error_receivers", counts.unreachableReceivers(), share);
        share.list(json, "by_type", Listing.whole(counts.byType()), MAX_TYPES, StatisticsJson::type);
        share.list(json, "talkers", counts.talkers(), MAX_TALKERS, StatisticsJson::talker);
        share.list(json, "pairs", counts.pairs(), MAX_TALKERS, StatisticsJson::pair);
        return json.with("rate", RateJson.rate(counts.rate()))
                .with(
                        "sizes",
                        counts.sizes().stream().map(StatisticsJson::range).toList())
                .with("ttls", counts.ttls().stream().map(StatisticsJson::range).toList())
                .with("share_of_capture_percent", share(report))
                .members();
    }

    private static void distinct(JsonObject json, String name, Listing<?> listing) {
        json.with(name, listing.total()).withEstimated(name, listing.estimated());
    }

    static Schema schema() {
        Schema schema = Schema.object("Counts over all messages, whatever is listed")
                .with("icmp_type_counts", namedCountsSchema())
                .with("icmp_type_counts_omitted", Schema.count("How many names it lacks"))
                .withDistinct("unique_sources_count", Schema.count("Addresses that sent ICMP"))
                .withDistinct("unique_destinations_count", Schema.count("Addresses that ICMP was sent to"));
        addressSchema(schema, "unique_sources", "Who sent ICMP, most messages first");
        addressSchema(schema, "unique_destinations", "Whom it was sent to, most messages first");
        schema.withDistinct("echo_sessions", Schema.count("Ping sessions: by addresses and id"))
                .with("echo_pairs", echoPairsSchema())
                .with("echo_pairs_omitted", Schema.count("How many ids it lacks"))
                .withDistinct("unreachable_destinations_count", Schema.count("Addresses that could not be reached"));
        addressSchema(schema, "unreachable_destinations", "Who could not be reached, by what errors quote");
        addressSchema(schema, "unreachable_error_receivers", "Who was told so");
        return schema.withCut("by_type", Schema.list("Exact counts", typeSchema()))
                .withCut("talkers", Schema.list("Most messages first", talkerSchema()))
                .withCut("pairs", Schema.list("Most messages first", pairSchema()))
                .with("rate", RateJson.schema())
                .with("sizes", rangeSchema("Messages by bytes of their frame on the wire", "bytes"))
                .with("ttls", rangeSchema("Messages by time to live or hop limit as captured", "value"))
                .with("share_of_capture_percent", Schema.decimalOrNull("ICMP messages per frame, in percent"));
    }

    private static void addressSchema(Schema schema, String name, String description) {
        schema.withCut(name, Schema.list(description, Schema.text("Address")));
    }

    private static Schema namedCountsSchema() {
        return Schema.object("Messages by name of their type, both IP versions together")
                .withOthers(Schema.count("Messages of this type"));
    }

    private static Schema echoPairsSchema() {
        Schema pair = Schema.object("Echo messages with this id, whoever sent them")
                .with("requests", Schema.count("Requests"))
                .with("replies", Schema.count("Replies"));
        return Schema.object("Echo messages by id").withOthers(pair);
    }

    private static Schema typeSchema() {
        return Schema.object("Messages of one type and code")
                .with("ip_version", Schema.count("4 for ICMP, 6 for ICMPv6"))
                .with("icmp_type", Schema.count("Type, 0 to 255"))
                .with("icmp_code", Schema.countOrNull("Code, 0 to 255; null if it was not captured"))
                .with("name", Schema.text("Name of type and code"))
                .with("count", Schema.count("Messages"))
                .with("bytes", Schema.count("Captured bytes of their frames"));
    }

    private static Schema talkerSchema() {
        return Schema.object("Address that sent or received ICMP")
                .with("ip", Schema.text("Address"))
                .with("sent", Schema.count("Messages from it"))
                .with("received", Schema.count("Messages to it"))
                .with("bytes", Schema.count("Captured bytes of the frames of both"));
    }

    private static Schema pairSchema() {
        return Schema.object("Messages from one address to another")
                .with("src_ip", Schema.text("Sender"))
                .with("dst_ip", Schema.text("Receiver"))
                .with("count", Schema.count("Messages"))
                .with("bytes", Schema.count("Captured bytes of their frames"));
    }

    private static Schema rangeSchema(String description, String unit) {
        Schema range = Schema.object("Range that has messages")
                .with("from", Schema.count("Smallest " + unit))
                .with("to", Schema.count("Largest " + unit))
                .with("count", Schema.count("Messages"));
        return Schema.list(description, range);
    }

    /** Sums what has one name: both versions of ICMP, and all codes. */
    private static void typeCounts(JsonObject json, List<TypeCount> types, Share share) {
        Map<String, Long> byName = types.stream()
                .collect(Collectors.groupingBy(
                        type -> CodePoints.typeName(type.icmpVersion(), type.icmpType()),
                        LinkedHashMap::new,
                        Collectors.summingLong(TypeCount::count)));
        JsonObject named = new JsonObject();
        int most = share.members(MAX_TYPES, NAME_BYTES);
        byName.entrySet().stream().limit(most).forEach(name -> named.with(name.getKey(), name.getValue()));
        json.with("icmp_type_counts", named.members())
                .withOmitted("icmp_type_counts", Math.max(0, byName.size() - most));
    }

    private static void echoPairs(JsonObject json, Listing<EchoPair> pairs, Share share) {
        JsonObject byId = new JsonObject();
        int most = share.members(MAX_ECHO_IDS, PAIR_BYTES);
        List<EchoPair> kept = pairs.entries().stream().limit(most).toList();
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

    private static void addresses(JsonObject json, String name, Listing<AddressCount> addresses, Share share) {
        share.list(
                json, name, addresses, MAX_ADDRESSES, entry -> entry.address().toString());
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

    private static Map<String, @Nullable Object> range(RangeCount range) {
        return new JsonObject()
                .with("from", range.from())
                .with("to", range.to())
                .with("count", range.count())
                .members();
    }

    private static @Nullable Object share(IcmpReport report) {
        return report.totalPackets() == 0
                ? null
                : Figures.sixDigits(100.0 * report.icmpPackets() / report.totalPackets());
    }
}
