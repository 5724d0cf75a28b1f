package io.icmpscope.mcp.json;

import io.icmpscope.mcp.words.ErrorMeaning;
import io.icmpscope.mcp.words.MessageName;
import io.icmpscope.report.ErrorGroup;
import io.icmpscope.report.ErrorGroup.Flow;
import io.icmpscope.report.ErrorGroup.Ports;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The errors by what they are about, as JSON. */
final class ErrorsJson {

    static final int MOST = 24;

    private ErrorsJson() {}

    static Map<String, @Nullable Object> entry(ErrorGroup group) {
        return new JsonObject()
                .with("reporter", group.reporter().toString())
                .with("ip_version", group.icmpVersion())
                .with("icmp_type", group.icmpType())
                .with("icmp_code", group.icmpCode())
                .with("name", MessageName.of(group))
                .with("meaning", ErrorMeaning.of(group))
                .with("original", original(group.original()))
                .with("service", ErrorMeaning.service(group.original()))
                .with("count", group.count())
                .with("first_time", JsonValues.time(group.firstTime()))
                .with("last_time", JsonValues.time(group.lastTime()))
                .with("frames", group.frames())
                .with("original_frames", group.originalFrames())
                .members();
    }

    private static Map<String, @Nullable Object> original(Flow flow) {
        Ports ports = flow.destinationPorts();
        JsonObject json = new JsonObject()
                .with("src_ip", JsonValues.address(flow.source()))
                .with("dst_ip", JsonValues.address(flow.destination()))
                .with("protocol", flow.protocol())
                .withPresent("src_port", flow.sourcePort())
                .with("dst_port", flow.destinationPort());
        if (ports != null) {
            json.with(
                    "dst_ports",
                    new JsonObject()
                            .with("from", ports.lowest())
                            .with("to", ports.highest())
                            .members());
        }
        return json.with("icmp_id", flow.identifier()).members();
    }

    static Map<String, @Nullable Object> schema() {
        EntrySchema ports =
                new EntrySchema().integer("from", "The lowest port.").integer("to", "The highest port.");
        EntrySchema original = new EntrySchema()
                .stringOrNull(
                        "src_ip", "Who sent the packets that the errors are about, and was told; null when not quoted.")
                .stringOrNull("dst_ip", "Whom they were for: the host that was not reached; null when not quoted.")
                .integerOrNull("protocol", "IP protocol number: 1 ICMP, 6 TCP, 17 UDP, 58 ICMPv6.")
                .integer("src_port", "Only of answers of a service, whose port this is; the clients' ports are joined.")
                .integerOrNull("dst_port", "TCP or UDP port that they were for; null when there are several or none.")
                .object(
                        "dst_ports",
                        "Instead of dst_port when there are more than ten, or a traceroute counts up.",
                        ports)
                .integerOrNull("icmp_id", "Identifier of a ping; null when there are more than ten or none.");
        return new EntrySchema()
                .string("reporter", "The router or host that sent the errors.")
                .integer("ip_version", "4 for ICMP, 6 for ICMPv6.")
                .integer("icmp_type", "Type of the errors.")
                .integerOrNull("icmp_code", "Code of the errors; null when it was not captured.")
                .string("name", "Name of type and code.")
                .string("meaning", "What the errors say, in plain words.")
                .object("original", "What the quoted packets share.", original)
                .stringOrNull(
                        "service", "Registered name of the service on the port, as domain for UDP 53; null if unknown.")
                .integer("count", "How many errors.")
                .stringOrNull("first_time", "Time of the first error, RFC 3339, UTC.")
                .stringOrNull("last_time", "Time of the last error, RFC 3339, UTC.")
                .list("frames", "integer", "Frame numbers of the first errors, ten at most.")
                .list("original_frames", "integer", "Frames of packets they are about that were captured, ten at most.")
                .array(
                        "ICMP errors by who reports what about which traffic; most errors first. Redirects stand apart.");
    }
}
