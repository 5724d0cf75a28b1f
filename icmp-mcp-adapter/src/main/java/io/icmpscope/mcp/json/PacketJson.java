package io.icmpscope.mcp.json;

import io.icmpscope.message.CodePoint;
import io.icmpscope.message.CodePoints;
import io.icmpscope.report.Listing;
import io.icmpscope.report.PacketEntry;
import io.icmpscope.report.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A packet entry as JSON. */
final class PacketJson {

    private static final int MAX_IN_AN_ENTRY = 16;

    private PacketJson() {}

    static Map<String, @Nullable Object> entry(PacketEntry packet) {
        return fill(new JsonObject(), packet).members();
    }

    static JsonObject fill(JsonObject json, PacketEntry packet) {
        json.with("packet_number", packet.packetNumber()).with("frame_number", packet.frameNumber());
        String file = packet.file();
        if (file != null) {
            json.with("file", file).with("frame_in_file", packet.frameInFile());
        }
        json.with("timestamp", JsonValues.time(packet.time()))
                .with("src_ip", packet.source().toString())
                .with("dst_ip", packet.destination().toString())
                .with("ip_version", packet.ipVersion())
                .with(packet.ipVersion() == 4 ? "ttl" : "hop_limit", packet.ttl())
                .with("packet_size", packet.capturedBytes())
                .with("wire_size", packet.wireBytes());
        icmpHeader(json, packet);
        json.with("path", packet.path());
        linkage(json, packet);
        MessageJson.fill(json, packet.message());
        listIfAny(json, "fragments", packet.fragments(), frame -> frame);
        listIfAny(json, "problems", packet.problems(), PacketJson::problem);
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

    private static Map<String, @Nullable Object> problem(Problem problem) {
        return new JsonObject()
                .with("layer", problem.layer())
                .with("byte_offset", problem.byteOffset())
                .with("needed", problem.needed())
                .with("had", problem.had())
                .with("message", problem.message())
                .members();
    }

    private static <T> void listIfAny(JsonObject json, String name, List<T> all, Function<T, ?> entry) {
        if (!all.isEmpty()) {
            CaptureJson.list(json, name, Listing.whole(all), MAX_IN_AN_ENTRY, entry);
        }
    }
}
