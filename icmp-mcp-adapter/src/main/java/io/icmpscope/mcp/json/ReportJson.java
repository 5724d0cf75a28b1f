package io.icmpscope.mcp.json;

import io.icmpscope.mcp.words.CaptureText;
import io.icmpscope.mcp.words.Figures;
import io.icmpscope.mcp.words.Summary;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.PacketEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report as the result object that the MCP tool and {@code analyze --json} give. */
public final class ReportJson {

    private static final String SCHEMA_VERSION = "1";

    /** What a result may be long, in bytes of UTF-8, unless the caller says how many packet entries it wants. */
    private static final long BUDGET = 64 << 10;

    private static final long NOTE = 512;
    private static final long CAPTURE = 4 << 10;
    private static final long CAPTURES = 4 << 10;
    private static final long FINDINGS = 10 << 10; // and what others leave
    private static final long MOST_FINDINGS = 32 << 10;
    private static final long FINDINGS_AND_STATISTICS = 24 << 10;
    private static final long LEAST_ENTRIES_BYTES = 12 << 10;

    private static final int LEAST_ENTRIES = 10;
    static final int MAX_ENTRIES = 24; // of an analysis, for a model
    private static final int MAX_PAYLOAD_CLASSES = 32; // there are fewer

    private final String file;
    private final IcmpReport report;
    private final Extent extent;

    private ReportJson(String file, IcmpReport report, Extent extent) {
        this.file = CaptureText.name(file);
        this.report = report;
        this.extent = extent;
    }

    /**
     * Gives the result.
     *
     * @param file the capture, as given
     * @param report what the library says about it
     * @param now when the analysis was made
     * @param maxPackets how many packet entries the caller wants, which are those of the report; or null, for as many of them
     *     as keep the result short
     * @return the result
     */
    public static Map<String, @Nullable Object> of(
            String file, IcmpReport report, Instant now, @Nullable Integer maxPackets) {
        return maxPackets == null ? brief(file, report, now) : full(file, report, now);
    }

    /**
     * Gives the result with as many of the report's packet entries as keep it short, ten at least.
     *
     * @param file the capture, as given
     * @param report what the library says about it
     * @param now when the analysis was made
     * @return the result
     */
    public static Map<String, @Nullable Object> brief(String file, IcmpReport report, Instant now) {
        return new ReportJson(file, report, Extent.RESULT).result(now, true);
    }

    /**
     * Gives the result with all packet entries of the report, whose number the caller chose.
     *
     * @param file the capture, as given
     * @param report what the library says about it
     * @param now when the analysis was made
     * @return the result
     */
    public static Map<String, @Nullable Object> full(String file, IcmpReport report, Instant now) {
        return new ReportJson(file, report, Extent.RESULT).result(now, false);
    }

    /**
     * Gives what a page shows: longer lists than the result of the tool has, and no packet entries.
     *
     * @param file the capture, as given
     * @param report what the library says about it
     * @param now when the analysis was made
     * @return the result without its packet entries
     */
    public static Map<String, @Nullable Object> page(String file, IcmpReport report, Instant now) {
        return new ReportJson(file, report, Extent.PAGE).page(now);
    }

    private Map<String, @Nullable Object> result(Instant now, boolean brief) {
        if (report.icmpPackets() == 0) {
            return withoutIcmp();
        }
        List<PacketEntry> first = report.packets().stream().limit(LEAST_ENTRIES).toList();
        Share share = extent.fitting(LEAST_ENTRIES_BYTES, each -> entries(first, each));
        JsonObject json = withoutPackets(now, JsonWriter.length(entries(first, share)));
        packets(
                json,
                brief ? share : Share.WHOLE,
                brief ? BUDGET - NOTE - JsonWriter.length(json.members()) : Long.MAX_VALUE);
        return json.members();
    }

    private Map<String, @Nullable Object> page(Instant now) {
        return report.icmpPackets() == 0
                ? withoutIcmp()
                : withoutPackets(now, 0).members();
    }

    /** Prints the parts in their order, and spends the room in that of their weight: the packet entries come last. */
    private JsonObject withoutPackets(Instant now, long packets) {
        JsonObject json = new JsonObject()
                .with("file", file)
                .with("analysis_timestamp", JsonValues.time(now))
                .with("schema_version", SCHEMA_VERSION)
                .with("total_packets", report.totalPackets())
                .with("icmp_packets_found", report.icmpPackets())
                .with("icmp_packets_analyzed", report.icmpPackets())
                .with("summary", Summary.of(report));
        capture(json);
        Part statistics = Part.of(this::statistics);
        Part analyses = Part.of(extent, this::analyses);
        long left = extent.room(BUDGET) - NOTE - packets - JsonWriter.length(json.members());
        Map<String, @Nullable Object> findings =
                findingsWithin(Math.max(FINDINGS, left - statistics.length() - analyses.length()));
        long spent = Math.min(extent.room(FINDINGS), JsonWriter.length(findings));
        Map<String, @Nullable Object> counts = statistics.within(extent.room(FINDINGS_AND_STATISTICS) - spent);
        counts.forEach(json::with);
        analyses.within(left - JsonWriter.length(findings) - JsonWriter.length(counts))
                .forEach(json::with);
        findings.forEach(json::with);
        return json;
    }

    private Map<String, @Nullable Object> findingsWithin(long room) {
        return Part.of(extent, this::findings).within(Math.min(extent.room(MOST_FINDINGS), room));
    }

    private Map<String, @Nullable Object> withoutIcmp() {
        JsonObject json = new JsonObject()
                .with("file", file)
                .with("total_packets", report.totalPackets())
                .with("icmp_packets_found", 0)
                .with("message", Summary.NO_ICMP);
        capture(json);
        if (report.findings().total() > 0) { // of the capture, or of fragments that make no message
            findingsWithin(extent.room(MOST_FINDINGS)).forEach(json::with);
        }
        return json.members();
    }

    private void capture(JsonObject json) {
        Part.of(extent, share -> new JsonObject().with("capture", CaptureJson.capture(report, file, share)))
                .within(extent.room(CAPTURE))
                .forEach(json::with);
        Part.of(extent, share -> TimelineJson.captures(report.captures(), share))
                .within(extent.room(CAPTURES))
                .forEach(json::with);
    }

    private JsonObject findings(Share share) {
        JsonObject json = new JsonObject();
        share.list(json, "findings", report.findings(), MAX_ENTRIES, one -> FindingJson.entry(one, share));
        return json;
    }

    private JsonObject statistics(Share share) {
        return new JsonObject().with("statistics", StatisticsJson.statistics(report, share));
    }

    private JsonObject analyses(Share share) {
        JsonObject json = new JsonObject().with("echo", EchoJson.echo(report.echo(), share));
        share.list(json, "outages", report.outages(), MAX_ENTRIES, OutageJson::entry);
        share.list(
                json, "traceroutes", report.traceroutes(), MAX_ENTRIES, one -> TracerouteJson.traceroute(one, share));
        share.list(json, "errors", report.errors(), MAX_ENTRIES, ErrorsJson::entry);
        share.list(json, "path_mtu", report.pathMtu(), MAX_ENTRIES, one -> PathsJson.pathMtu(one, share));
        share.list(json, "redirects", report.redirects(), MAX_ENTRIES, PathsJson::redirect);
        share.list(json, "payload_classes", report.payloadClasses(), MAX_PAYLOAD_CLASSES, PayloadsJson::entry);
        share.list(json, "routers", report.routers(), MAX_ENTRIES, one -> RouterJson.router(one, share));
        share.list(json, "neighbors", report.neighbors(), MAX_ENTRIES, one -> LinkJson.neighbor(one, share));
        share.list(json, "multicast", report.multicast(), MAX_ENTRIES, one -> LinkJson.group(one, share));
        return json;
    }

    private static List<?> entries(List<PacketEntry> packets, Share share) {
        return packets.stream().map(packet -> PacketJson.entry(packet, share)).toList();
    }

    private void packets(JsonObject json, Share share, long room) {
        List<Map<String, @Nullable Object>> entries = new ArrayList<>();
        long used = 0;
        for (PacketEntry packet : report.packets()) {
            Map<String, @Nullable Object> entry = PacketJson.entry(packet, share);
            used += room == Long.MAX_VALUE ? 0 : JsonWriter.length(entry) + 1;
            if (used > room && entries.size() >= LEAST_ENTRIES) {
                break;
            }
            entries.add(entry);
        }
        json.with("packets", entries);
        limits(json, entries.size(), entries.size() < report.packets().size());
    }

    private void limits(JsonObject json, int listed, boolean outOfRoom) {
        long all = report.icmpPackets();
        if (listed == all) {
            return;
        }
        long first = report.options().firstPacket();
        long next = first + listed;
        boolean more = next < all;
        json.with("packets_omitted", all - listed);
        if (more) {
            json.with("next_offset", next);
        }
        String entries = listed == 0
                ? "None of the " + Figures.count(all) + " packet entries is"
                : "Of " + Figures.count(all) + " packet entries, " + Figures.count(first + 1) + " to "
                        + Figures.count(next) + " are";
        String limit = outOfRoom
                ? "the result's limit of 64 KiB, which max_packets lifts"
                : "max_packets = " + report.options().maxPackets();
        json.with(
                "note",
                entries + " listed (" + (more ? "limit: " + limit : "offset = " + first)
                        + "); the statistics cover all of them.");
    }
}
