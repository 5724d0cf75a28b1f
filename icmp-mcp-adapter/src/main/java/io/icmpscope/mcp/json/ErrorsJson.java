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

    static Schema schema() {
        Schema group = Schema.object("ICMP errors of one reporter and kind about one flow")
                .with("reporter", Schema.text("Router or host that sent them"))
                .with("ip_version", Schema.count("4 for ICMP, 6 for ICMPv6"))
                .with("icmp_type", Schema.count("Type, 0 to 255"))
                .with("icmp_code", Schema.countOrNull("Code, 0 to 255; null if it was not captured"))
                .with("name", Schema.text("Name of type and code"))
                .with("meaning", Schema.text("What they say, in plain words"))
                .with("original", flowSchema())
                .with("service", Schema.textOrNull("Registered name of the service on the port; null if unknown"))
                .with("count", Schema.count("How many"))
                .with("first_time", Schema.time("The first"))
                .with("last_time", Schema.time("The last"))
                .with("frames", Schema.frames("The first errors"))
                .with("original_frames", Schema.frames("Packets they are about, as far as captured"));
        return Schema.list("Most errors first; redirects stand apart", group);
    }

    private static Schema flowSchema() {
        Schema ports = Schema.object("Instead of dst_port when there are over ten, or a traceroute counts up")
                .with("from", Schema.count("Lowest port"))
                .with("to", Schema.count("Highest port"));
        return Schema.object("What the quoted packets share")
                .with("src_ip", Schema.textOrNull("Who sent them, and was told; null if not quoted"))
                .with("dst_ip", Schema.textOrNull("Whom they were for: who was not reached; null if not quoted"))
                .with("protocol", Schema.countOrNull("IP protocol number: 1 ICMP, 6 TCP, 17 UDP, 58 ICMPv6"))
                .with("src_port", Schema.count("Only of answers of a service: its port; clients' ports are joined"))
                .with("dst_port", Schema.countOrNull("Port that they were for; null for several or none"))
                .with("dst_ports", ports)
                .with("icmp_id", Schema.countOrNull("Identifier of a ping; null for over ten or none"));
    }
}
