package io.icmpscope.mcp.select;

import io.icmpscope.message.CodePoint;
import io.icmpscope.message.CodePoints;
import io.icmpscope.message.IcmpError;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.NeighborDiscovery.RedirectMessage;
import io.icmpscope.message.QuotedDatagram;
import io.icmpscope.report.PacketEntry;
import java.time.Instant;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which messages a caller wants to see: those that are everything that is asked for. What is null or empty is not asked for.
 *
 * <p>Like display filters of Wireshark, {@code address} and {@code identifier} look into the datagram that an error quotes,
 * too. Equal filters print equally.
 *
 * @param types types, 0 to 255
 * @param codes codes, 0 to 255
 * @param ipVersion 4 or 6
 * @param address who sent or received the message, or what it quotes
 * @param source who sent it
 * @param destination whom it was sent to
 * @param identifier the identifier of the message or of the one that it quotes
 * @param firstFrame the first frame that may hold it
 * @param lastFrame the last one
 * @param from the earliest time; without a time no message is asked for
 * @param to the latest time
 * @param onlyErrors whether only ICMP errors are
 * @param finding the kind of finding that it shows; {@link #matches} leaves it to {@link EvidenceFrames}
 */
public record PacketFilter(
        SortedSet<Integer> types,
        SortedSet<Integer> codes,
        @Nullable Integer ipVersion,
        @Nullable AddressRange address,
        @Nullable AddressRange source,
        @Nullable AddressRange destination,
        @Nullable Integer identifier,
        long firstFrame,
        long lastFrame,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean onlyErrors,
        @Nullable String finding) {

    /**
     * Says whether a message is asked for.
     *
     * @param packet the message
     * @return whether it is
     */
    public boolean matches(PacketEntry packet) {
        return packet.frameNumber() >= firstFrame
                && packet.frameNumber() <= lastFrame
                && (types.isEmpty() || types.contains(packet.icmpType()))
                && (codes.isEmpty() || (packet.icmpCode() != null && codes.contains(packet.icmpCode())))
                && (ipVersion == null || ipVersion == packet.ipVersion())
                && (!onlyErrors || isError(packet))
                && isInTime(packet.time())
                && hasIdentifier(packet)
                && isOf(packet);
    }

    private static boolean isError(PacketEntry packet) {
        return CodePoints.type(packet.icmpVersion(), packet.icmpType()).kind() == CodePoint.Kind.ERROR;
    }

    private boolean isInTime(@Nullable Instant time) {
        return (from == null || (time != null && !time.isBefore(from)))
                && (to == null || (time != null && !time.isAfter(to)));
    }

    private boolean hasIdentifier(PacketEntry packet) {
        return identifier == null
                || identifier.equals(packet.identifier())
                || quotes(packet, quoted -> identifier.equals(quoted.icmpIdentifier()));
    }

    private boolean isOf(PacketEntry packet) {
        return (source == null || source.contains(packet.source()))
                && (destination == null || destination.contains(packet.destination()))
                && (address == null
                        || either(address, packet.source(), packet.destination())
                        || quotes(packet, quoted -> either(address, quoted.source(), quoted.destination())));
    }

    private static boolean either(AddressRange range, @Nullable IpAddress one, @Nullable IpAddress other) {
        return range.contains(one) || range.contains(other);
    }

    private static boolean quotes(PacketEntry packet, Predicate<QuotedDatagram> what) {
        QuotedDatagram quoted = packet.message() instanceof IcmpError error
                ? error.quoted()
                : packet.message() instanceof RedirectMessage redirect ? redirect.quoted() : null;
        while (quoted != null && !what.test(quoted)) {
            quoted = quoted.nested();
        }
        return quoted != null;
    }
}
