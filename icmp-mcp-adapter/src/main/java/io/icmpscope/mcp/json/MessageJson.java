package io.icmpscope.mcp.json;

import io.icmpscope.message.ConversionError;
import io.icmpscope.message.DestinationUnreachable;
import io.icmpscope.message.Echo;
import io.icmpscope.message.IcmpError;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.NeighborDiscovery;
import io.icmpscope.message.PacketTooBig;
import io.icmpscope.message.ParameterProblem;
import io.icmpscope.message.QuotedDatagram;
import io.icmpscope.message.Redirect;
import io.icmpscope.message.SecurityFailure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a message says behind its header, as members of its packet entry. */
final class MessageJson {

    private MessageJson() {}

    static void fill(JsonObject json, IcmpMessage message) {
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
}
