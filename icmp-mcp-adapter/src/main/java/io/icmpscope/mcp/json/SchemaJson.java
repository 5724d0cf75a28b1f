package io.icmpscope.mcp.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The schemas of the tool's arguments and of its result. */
public final class SchemaJson {

    private SchemaJson() {}

    /**
     * Gives the schema of the arguments.
     *
     * @return a JSON schema
     */
    public static Map<String, @Nullable Object> arguments() {
        return Schema.object("What to analyze")
                .with(
                        ToolArguments.PCAP_FILE,
                        Schema.text(
                                "Absolute path, on the server's machine, or http(s) URL of a pcap or pcapng file; it may be"
                                        + " packed with gzip, zstd or lz4."))
                .with(
                        ToolArguments.MAX_PACKETS,
                        Schema.count("How many packet entries to list. Default 100, or fewer where they would make the"
                                + " result longer than 64 KiB. The statistics cover all packets whatever this is."))
                .with(
                        ToolArguments.OFFSET,
                        Schema.count("How many ICMP messages to pass over before the first listed entry: next_offset of"
                                + " the result before. Default 0."))
                .requiring(List.of(ToolArguments.PCAP_FILE))
                .closed()
                .members();
    }

    /**
     * Gives the schema of the result, every member of it described.
     *
     * @return a JSON schema
     */
    public static Map<String, @Nullable Object> result() {
        return Schema.object("What a capture says about ICMP. NAME_omitted beside a list says how much it lacks.")
                .with("file", Schema.text("The capture, as given"))
                .with("analysis_timestamp", Schema.text("When the analysis was made, RFC 3339, UTC"))
                .with("schema_version", Schema.text("The version of this result's layout"))
                .with("total_packets", Schema.count("All frames of the capture"))
                .with("icmp_packets_found", Schema.count("ICMP and ICMPv6 messages in it"))
                .with("icmp_packets_analyzed", Schema.count("Messages that the statistics cover: all of them"))
                .with(
                        "summary",
                        Schema.list(
                                "Three to eight sentences: the key numbers, then the gravest findings. Read them first",
                                Schema.text("Sentence")))
                .with("capture", CaptureJson.schema())
                .withCut("captures", TimelineJson.schema())
                .with("statistics", StatisticsJson.schema())
                .with("echo", EchoJson.schema())
                .withCut("outages", Schema.list("When pings were not answered, most lost first", OutageJson.schema()))
                .withCut("traceroutes", TracerouteSchema.traceroutes())
                .withCut("errors", ErrorsJson.schema())
                .withCut("path_mtu", PathsJson.pathMtuSchema())
                .withCut("redirects", PathsJson.redirectSchema())
                .withCut("payload_classes", PayloadsJson.schema())
                .withCut("routers", LinkSchema.routers())
                .withCut("neighbors", LinkSchema.neighbors())
                .withCut("multicast", LinkSchema.multicast())
                .withCut(
                        "findings",
                        Schema.list(
                                "What is wrong here or good to know, gravest first, then by count",
                                FindingJson.schema()))
                .with("packets", Schema.list("The listed packets, in the order of the file", PacketJson.schema()))
                .with("packets_omitted", Schema.count("How many messages are not listed in packets"))
                .with("next_offset", Schema.count("The offset argument that continues the list"))
                .with("note", Schema.text("How the list of packets was limited"))
                .with("message", Schema.text("Says so when the capture has no ICMP"))
                .requiring(List.of("file", "total_packets", "icmp_packets_found", "capture"))
                .members();
    }
}
