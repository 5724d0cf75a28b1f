package io.icmpscope.mcp.json;

import io.icmpscope.message.ConversionError;
import io.icmpscope.message.DestinationUnreachable;
import io.icmpscope.message.Echo;
import io.icmpscope.message.ExtensionStructure;
import io.icmpscope.message.IcmpError;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.IcmpQuery;
import io.icmpscope.message.NeighborDiscovery;
import io.icmpscope.message.PacketTooBig;
import io.icmpscope.message.ParameterProblem;
import io.icmpscope.message.QuotedDatagram;
import io.icmpscope.message.QuotedTransport;
import io.icmpscope.message.Redirect;
import io.icmpscope.message.SecurityFailure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a message says behind its header, as members of its packet entry: those with names of their own, then the options
 * and extensions that it carries, and whatever else its record says as {@code message}.
 */
final class MessageJson {

    /** Components that the packet entry has already, some under another name. */
    private static final Set<String> TOLD =
            Set.of("quoted", "options", "data_bytes", "next_hop_mtu", "mtu", "gateway", "target", "pointer");

    private static final Set<String> TOLD_OF_QUERIES = Stream.concat(
                    TOLD.stream(), Stream.of("identifier", "sequence_number"))
            .collect(Collectors.toUnmodifiableSet());

    private MessageJson() {}

    static void fill(JsonObject json, IcmpMessage message, Share share) {
        named(json, message);
        if (!(message instanceof Echo)) { // by far the most frequent, and told whole
            parts(json, (Record) message, message instanceof IcmpQuery ? TOLD_OF_QUERIES : TOLD, share);
        }
    }

    /** Describes what {@link #fill} adds to a packet entry. */
    static void describe(Schema schema) {
        schema.with("payload_size", Schema.count("On echo messages: bytes of data"))
                .with("mtu", Schema.count("On errors that carry one: MTU of the next link, in bytes"))
                .with("gateway", Schema.text("On redirects: address of the better first hop"))
                .with("target", Schema.text("On neighbor solicitations and advertisements: address asked for"))
                .with("pointer", Schema.count("On errors that carry one: byte of the original where the problem is"))
                .with("original", originalSchema())
                .withCut("extensions", Schema.list("RFC 4884 objects that a router appended", RecordJson.schema()))
                .with("extension_structure", RecordJson.schema())
                .withCut("options", Schema.list("Options of neighbor discovery and RPL", RecordJson.schema()))
                .with("message", RecordJson.schema());
    }

    static Schema originalSchema() {
        return Schema.object("The datagram that an error quotes, as far as it does")
                .with("src_ip", Schema.text("Its sender"))
                .with("dst_ip", Schema.text("Its receiver"))
                .with("protocol", Schema.count("IP protocol number: 1 ICMP, 6 TCP, 17 UDP, 58 ICMPv6"))
                .with("src_port", Schema.count("Source port"))
                .with("dst_port", Schema.count("Destination port"))
                .with("icmp_type", Schema.count("ICMP type"))
                .with("icmp_code", Schema.count("ICMP code"))
                .with("icmp_id", Schema.count("ICMP identifier"))
                .with("icmp_seq", Schema.count("ICMP sequence number"))
                .with("ip_version", Schema.count("4 or 6"))
                .with("ttl", Schema.count("Time to live or hop limit when the error was made"))
                .with("total_length", Schema.count("Its length as its header says, in bytes"))
                .with("identification", Schema.count("Identification of the datagram"))
                .with("fragment_offset", Schema.count("Where its data lies in the whole datagram, in bytes"))
                .with("tcp_sequence_number", Schema.count("TCP sequence number"))
                .with("security_parameters_index", Schema.count("SPI of ESP or AH"))
                .with("quoted_bytes", Schema.count("How many bytes of it are quoted"))
                .with("nested", Schema.object("What it quotes itself").withOthers(Schema.any("Member as in original")));
    }

    private static void parts(JsonObject json, Record message, Set<String> told, Share share) {
        RecordJson parts = new RecordJson(share);
        RecordComponents components = RecordComponents.of(message.getClass());
        Object extensions = components.read(message, "extensions");
        if (extensions instanceof ExtensionStructure structure) {
            parts.listIfAny(json, "extensions", structure.objects());
            json.withPresent("extension_structure", parts.part(structure, name -> !name.equals("objects")));
        }
        if (components.read(message, "options") instanceof List<?> options) {
            parts.listIfAny(json, "options", options);
        }
        boolean extended = extensions instanceof ExtensionStructure;
        json.withPresent(
                "message",
                parts.part(message, name -> !told.contains(name) && !(extended && name.equals("extensions"))));
    }

    private static void named(JsonObject json, IcmpMessage message) {
        if (message instanceof Echo echo) {
            json.with("payload_size", echo.dataBytes());
        } else if (message instanceof DestinationUnreachable unreachable) {
            json.withPresent("mtu", unreachable.nextHopMtu());
        } else if (message instanceof PacketTooBig tooBig) {
            json.with("mtu", tooBig.mtu());
        } else if (message instanceof Redirect redirect) {
            json.with("gateway", redirect.gateway().toString());
        } else if (message instanceof NeighborDiscovery discovery) {
            target(json, discovery);
        } else {
            json.withPresent("pointer", pointer(message));
        }
        if (message instanceof IcmpError error) {
            json.with("original", original(error.quoted()));
        } else if (message instanceof NeighborDiscovery.RedirectMessage redirect) {
            QuotedDatagram quoted = redirect.quoted();
            json.withPresent("original", quoted == null ? null : original(quoted));
        }
    }

    /** What a redirect of ICMPv6 calls its target is what that of ICMPv4 calls its gateway. */
    private static void target(JsonObject json, NeighborDiscovery message) {
        if (message instanceof NeighborDiscovery.RedirectMessage redirect) {
            json.with("gateway", redirect.target().toString());
        } else if (message instanceof NeighborDiscovery.NeighborSolicitation solicitation) {
            json.with("target", solicitation.target().toString());
        } else if (message instanceof NeighborDiscovery.NeighborAdvertisement advertisement) {
            json.with("target", advertisement.target().toString());
        }
    }

    private static @Nullable Long pointer(IcmpMessage message) {
        if (message instanceof ParameterProblem problem) {
            return problem.pointer();
        }
        if (message instanceof ConversionError conversion) {
            return conversion.pointer();
        }
        return message instanceof SecurityFailure security ? (long) security.pointer() : null;
    }

    static Map<String, @Nullable Object> original(QuotedDatagram quoted) {
        QuotedDatagram nested = quoted.nested();
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
                .withPresent("tcp_sequence_number", tcpSequenceNumber(quoted))
                .withPresent("security_parameters_index", quoted.securityParametersIndex())
                .with("quoted_bytes", quoted.quotedBytes())
                .withPresent("nested", nested == null ? null : original(nested))
                .members();
    }

    private static @Nullable Long tcpSequenceNumber(QuotedDatagram quoted) {
        return quoted.transport() instanceof QuotedTransport.Tcp tcp ? tcp.sequenceNumber() : null;
    }
}
