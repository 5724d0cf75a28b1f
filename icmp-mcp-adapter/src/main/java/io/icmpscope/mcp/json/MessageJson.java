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

    static void fill(JsonObject json, IcmpMessage message) {
        named(json, message);
        if (!(message instanceof Echo)) { // by far the most frequent, and told whole
            parts(json, (Record) message, message instanceof IcmpQuery ? TOLD_OF_QUERIES : TOLD);
        }
    }

    private static void parts(JsonObject json, Record message, Set<String> told) {
        RecordJson parts = new RecordJson();
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
