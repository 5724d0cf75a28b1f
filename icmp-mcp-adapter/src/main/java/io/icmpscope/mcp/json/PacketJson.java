package io.icmpscope.mcp.json;

import io.icmpscope.mcp.words.CaptureText;
import io.icmpscope.message.CodePoint;
import io.icmpscope.message.CodePoints;
import io.icmpscope.report.Listing;
import io.icmpscope.report.PacketEntry;
import io.icmpscope.report.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A packet entry as JSON. */
final class PacketJson {

    private PacketJson() {}

    static Map<String, @Nullable Object> entry(PacketEntry packet, Share share) {
        return fill(new JsonObject(), packet, share).members();
    }

    static JsonObject fill(JsonObject json, PacketEntry packet, Share share) {
        json.with("packet_number", packet.packetNumber()).with("frame_number", packet.frameNumber());
        String file = packet.file();
        if (file != null) {
            json.with("file", CaptureText.name(file)).with("frame_in_file", packet.frameInFile());
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
        MessageJson.fill(json, packet.message(), share);
        if (!packet.fragments().isEmpty()) {
            share.inner(json, "fragments", Listing.whole(packet.fragments()), frame -> frame);
        }
        if (!packet.problems().isEmpty()) {
            share.inner(json, "problems", Listing.whole(packet.problems()), PacketJson::problem);
        }
        return json;
    }

    static Schema schema() {
        Schema schema = Schema.object("Packet entry: one ICMP message. Addresses and ttl of the innermost IP header")
                .with("packet_number", Schema.count("Position among the ICMP messages, from 1"))
                .with("frame_number", Schema.count("Position of its frame in the file, from 1, as Wireshark counts"))
                .with("file", Schema.text("Of several captures the one that holds it"))
                .with("frame_in_file", Schema.count("Of several captures the position of its frame in that one"))
                .with("timestamp", Schema.time("When it was captured"))
                .with("src_ip", Schema.text("Sender"))
                .with("dst_ip", Schema.text("Receiver"))
                .with("ip_version", Schema.count("4 or 6"))
                .with("ttl", Schema.count("Time to live, 0 to 255; of IPv4"))
                .with("hop_limit", Schema.count("Hop limit, 0 to 255; of IPv6"))
                .with("packet_size", Schema.count("Captured bytes of the frame"))
                .with("wire_size", Schema.count("Bytes of the frame on the wire"));
        describeHeader(schema);
        schema.with("path", Schema.list("The headers before the message, outermost first", Schema.text("Header")))
                .with("rtt_ms", Schema.millisOrNull("On replies: time since the request; null if it was not captured"))
                .with("request_frame", Schema.count("On replies: frame number of the latest copy of the request"))
                .with("reply_frame", Schema.count("On requests: frame number of the first reply"));
        MessageJson.describe(schema);
        return schema.withCut(
                        "fragments",
                        Schema.list("The frames that the message was joined from", Schema.count("Frame number")))
                .withCut("problems", Schema.list("What is malformed in the packet", problemSchema()));
    }

    private static void describeHeader(Schema schema) {
        schema.with("icmp_type", Schema.count("Type, 0 to 255"))
                .with("icmp_code", Schema.countOrNull("Code, 0 to 255; null if it was not captured"))
                .with("icmp_type_name", Schema.text("Name of the type"))
                .with("icmp_code_name", Schema.textOrNull("Name of the code"))
                .with("icmp_id", Schema.countOrNull("Identifier, 0 to 65535; null where the type has none"))
                .with("icmp_seq", Schema.countOrNull("Sequence number, 0 to 65535; null where the type has none"))
                .with("checksum", Schema.countOrNull("Checksum as captured, 0 to 65535"))
                .with("checksum_status", Schema.word("Whether it holds", List.of("good", "bad", "unverified")));
    }

    private static Schema problemSchema() {
        return Schema.object("Fault in the packet")
                .with("layer", Schema.text("Header or part that has it"))
                .with("byte_offset", Schema.count("Byte of the frame, from 0"))
                .with("needed", Schema.integer("Bytes that it needs there, or the value that a broken rule wants"))
                .with("had", Schema.integer("Bytes that there were, or the value"))
                .with("message", Schema.text("What is wrong"));
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
}
