package io.icmpscope.mcp.json;

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

    private static final long ROOM_FOR_NOTE = 512;
    private static final int MAX_OUTAGES = 24;
    private static final int LEAST_ENTRIES = 10;

    private final String file;
    private final IcmpReport report;

    private ReportJson(String file, IcmpReport report) {
        this.file = file;
        this.report = report;
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
        return new ReportJson(file, report).result(now, BUDGET - ROOM_FOR_NOTE);
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
        return new ReportJson(file, report).result(now, Long.MAX_VALUE);
    }

    private Map<String, @Nullable Object> result(Instant now, long budget) {
        if (report.icmpPackets() == 0) {
            return withoutIcmp();
        }
        JsonObject json = new JsonObject()
                .with("file", file)
                .with("analysis_timestamp", JsonValues.time(now))
                .with("schema_version", SCHEMA_VERSION)
                .with("total_packets", report.totalPackets())
                .with("icmp_packets_found", report.icmpPackets())
                .with("icmp_packets_analyzed", report.icmpPackets())
                .with("summary", Summary.of(report))
                .with("capture", CaptureJson.capture(report, file));
        TimelineJson.captures(json, report.captures());
        json.with("statistics", StatisticsJson.statistics(report)).with("echo", EchoJson.echo(report.echo()));
        CaptureJson.list(json, "outages", report.outages(), MAX_OUTAGES, OutageJson::entry);
        TracerouteJson.list(json, "traceroutes", report.traceroutes());
        CaptureJson.list(json, "errors", report.errors(), ErrorsJson.MOST, ErrorsJson::entry);
        CaptureJson.list(json, "path_mtu", report.pathMtu(), PathsJson.MOST, PathsJson::pathMtu);
        CaptureJson.list(json, "redirects", report.redirects(), PathsJson.MOST, PathsJson::redirect);
        CaptureJson.list(json, "payload_classes", report.payloadClasses(), PayloadsJson.MOST, PayloadsJson::entry);
        LinkJson.write(json, report);
        long room = budget == Long.MAX_VALUE ? budget : budget - JsonWriter.length(json.members());
        packets(json, room);
        return json.members();
    }

    private Map<String, @Nullable Object> withoutIcmp() {
        JsonObject json = new JsonObject()
                .with("file", file)
                .with("total_packets", report.totalPackets())
                .with("icmp_packets_found", 0)
                .with("message", "No ICMP packets found in this capture")
                .with("capture", CaptureJson.capture(report, file));
        TimelineJson.captures(json, report.captures());
        return json.members();
    }

    private void packets(JsonObject json, long room) {
        List<Map<String, @Nullable Object>> entries = new ArrayList<>();
        long used = 0;
        for (PacketEntry packet : report.packets()) {
            Map<String, @Nullable Object> entry = PacketJson.entry(packet);
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
