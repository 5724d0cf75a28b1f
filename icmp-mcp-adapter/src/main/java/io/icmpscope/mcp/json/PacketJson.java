package io.icmpscope.mcp.json;

import io.icmpscope.message.CodePoint;
import io.icmpscope.message.CodePoints;
import io.icmpscope.message.DestinationUnreachable;
import io.icmpscope.message.Echo;
import io.icmpscope.message.IcmpError;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.PacketTooBig;
import io.icmpscope.message.ParameterProblem;
import io.icmpscope.message.QuotedDatagram;
import io.icmpscope.message.Redirect;
import io.icmpscope.report.PacketEntry;
import io.icmpscope.report.Problem;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A packet entry as JSON. */
final class PacketJson {

    private PacketJson() {}

    static Map<String, @Nullable Object> entry(PacketEntry packet) {
        return fill(new JsonObject(), packet).members();
    }

    static JsonObject fill(JsonObject json, PacketEntry packet) {
        json.with("packet_number", packet.packetNumber())
                .with("frame_number", packet.frameNumber())
                .with("timestamp", JsonValues.time(packet.time()))
                .with("src_ip", packet.source().toString())
                .with("dst_ip", packet.destination().toString())
                .with("ip_version", packet.ipVersion())
                .with(packet.ipVersion() == 4 ? "ttl" : "hop_limit", packet.ttl())
                .with("packet_size", packet.capturedBytes())
                .with("wire_size", packet.wireBytes());
        icmpHeader(json, packet);
        json.with("path", packet.path());
        linkage(json, packet);
        body(json, packet.message());
        if (!packet.problems().isEmpty()) {
            json.with(
                    "problems",
                    packet.problems().stream().map(PacketJson::problem).toList());
        }
        return json;
    }

    private static void icmpHeader(JsonObject json, PacketEntry packet) {
        int version = packet.icmpVersion();
        int type = packet.icmpType();
        Integer code = packet.icmpCode();
        json.with("icmp_type", type)
                .with("icmp_code", code)
                .with("icmp_type_name", CodePoints.typeName(version, type))
                .with("icmp_code_name", code == null ? null : CodePoints.codeName(version, type, code))
                .with("icmp_id", packet.identifier())
                .with("icmp_seq", packet.sequenceNumber())
                .with("checksum", packet.checksum())
                .with("checksum_status", JsonValues.word(packet.checksumStatus()));
    }

    /** A reply always says how long it took, with null when its request was not captured. */
    private static void linkage(JsonObject json, PacketEntry packet) {
        boolean reply = CodePoints.type(packet.icmpVersion(), packet.icmpType()).kind() == CodePoint.Kind.REPLY;
        if (reply) {
            json.with("rtt_ms", JsonValues.millis(packet.rtt()));
        }
        json.withPresent("request_frame", packet.requestFrame()).withPresent("reply_frame", packet.replyFrame());
    }

    private static void body(JsonObject json, IcmpMessage message) {
        if (message instanceof Echo echo) {
            json.with("payload_size", echo.dataBytes());
        } else if (message instanceof DestinationUnreachable unreachable) {
            json.withPresent("mtu", unreachable.nextHopMtu());
        } else if (message instanceof PacketTooBig tooBig) {
            json.with("mtu", tooBig.mtu());
        } else if (message instanceof Redirect redirect) {
            json.with("gateway", redirect.gateway().toString());
        } else if (message instanceof ParameterProblem problem) {
            json.with("pointer", problem.pointer());
        }
        if (message instanceof IcmpError error) {
            json.with("original", original(error.quoted()));
        }
    }

    private static Map<String, @Nullable Object> original(QuotedDatagram quoted) {
        return new JsonObject()
                .withPresent("src_ip", JsonValues.address(quoted.source()))
                .withPresent("dst_ip", JsonValues.address(quoted.destination()))
                .withPresent("protocol", quoted.protocol())
                .withPresent("src_port", quoted.sourcePort())
                .withPresent("dst_port", quoted.destinationPort())
                .withPresent("icmp_type", quoted.icmpType())
                .withPresent("icmp_code", quoted.icmpCode())
                .withPresent("icmp_id", quoted.icmpIdentifier())
                .withPresent("icmp_seq", quoted.icmpSequenceNumber())
                .withPresent("ip_version", quoted.ipVersion())
                .withPresent("ttl", quoted.ttl())
                .withPresent("total_length", quoted.totalLength())
                .withPresent("identification", quoted.identification())
                .withPresent("fragment_offset", quoted.fragmentOffset())
                .with("quoted_bytes", quoted.quotedBytes())
                .members();
    }

    private static Map<String, @Nullable Object> problem(Problem problem) {
        return new JsonObject()
                .with("layer", problem.layer())
                .with("byte_offset", problem.byteOffset())
                .with("needed", problem.needed())
                .with("had", problem.had())
                .with("message", problem.message())
                .members();
    }
}
