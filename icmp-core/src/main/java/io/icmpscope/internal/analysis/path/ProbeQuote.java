package io.icmpscope.internal.analysis.path;

import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.internal.packet.TransportHeader;
import io.icmpscope.message.QuotedDatagram;
import io.icmpscope.message.QuotedHeader;
import io.icmpscope.message.QuotedTransport;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says about the probe that it answers: the first eight bytes of the probe's transport header, as far as
 * they are known, and its identification or flow label.
 *
 * @param start the bytes, as {@link TransportHeader#start} gives those of the probe
 * @param known ones where the bits are known
 * @param decisive ones where the bits of the probe must be the same: ports; of an echo its numbers
 * @param mark the identification or flow label, or null
 */
record ProbeQuote(
        long start, long known, long decisive, @Nullable Integer mark) implements Serializable {

    /** The likeness of a probe that a quote is not about. */
    static final int ANOTHER = -1;

    private static final long PORTS = 0xFFFF_FFFF_0000_0000L;
    private static final long ECHO_NUMBERS = 0xFFFF_FFFFL;
    private static final long HALF = 0xFFFF;

    /** Reads what an error quotes of UDP, TCP or an echo request, or gives null when it quotes something else. */
    static @Nullable ProbeQuote of(QuotedDatagram quoted) {
        QuotedHeader header = quoted.header();
        QuotedTransport transport = quoted.transport();
        if (header == null || transport == null) {
            return null;
        }
        Integer mark = header.version() == 4 ? header.identification() : header.flowLabel();
        if (transport instanceof QuotedTransport.Udp udp) {
            return words(udp.sourcePort(), udp.destinationPort(), udp.length(), udp.checksum(), PORTS, mark);
        }
        if (transport instanceof QuotedTransport.Tcp tcp) {
            Long sequence = tcp.sequenceNumber();
            Integer high = sequence == null ? null : (int) (sequence >>> 16);
            Integer low = sequence == null ? null : (int) (sequence & HALF);
            return words(tcp.sourcePort(), tcp.destinationPort(), high, low, PORTS, mark);
        }
        if (transport instanceof QuotedTransport.Icmp icmp) {
            return words(null, null, icmp.identifier(), icmp.sequenceNumber(), ECHO_NUMBERS, mark);
        }
        return null;
    }

    /** What an echo reply repeats of its request. */
    static ProbeQuote ofEchoReply(PacketView reply) {
        return new ProbeQuote(TransportHeader.start(reply), ECHO_NUMBERS, ECHO_NUMBERS, null);
    }

    /** What a segment that accepts or refuses a connection says of the one that asked for it. */
    static ProbeQuote ofConnectionAnswer(PacketView answer) {
        long turned = Integer.rotateLeft((int) (TransportHeader.start(answer) >>> 32), 16);
        long sequence = TransportHeader.acknowledgment(answer) - 1 & 0xFFFF_FFFFL;
        return new ProbeQuote(turned << 32 | sequence, -1, PORTS, null);
    }

    private static ProbeQuote words(
            @Nullable Integer first,
            @Nullable Integer second,
            @Nullable Integer third,
            @Nullable Integer fourth,
            long decisive,
            @Nullable Integer mark) {
        long start = word(first, 48) | word(second, 32) | word(third, 16) | word(fourth, 0);
        long known = mask(first, 48) | mask(second, 32) | mask(third, 16) | mask(fourth, 0);
        return new ProbeQuote(start, known, decisive, mark);
    }

    private static long word(@Nullable Integer value, int shift) {
        return value == null ? 0 : (long) value << shift;
    }

    private static long mask(@Nullable Integer value, int shift) {
        return value == null ? 0 : HALF << shift;
    }

    /**
     * How much of a probe is as quoted. Only what is decisive must be: checksums are captured before a network card fills
     * them in, routers change identifications, and what a quote does not hold cannot differ.
     */
    int likeness(Probe probe) {
        long differing = (probe.start ^ start) & known;
        if ((differing & decisive) != 0) {
            return ANOTHER;
        }
        boolean sameMark = mark != null && mark == probe.mark;
        return (differing == 0 ? 1 : 0) + (sameMark ? 2 : 0);
    }

    /** The destination port; 0 when it was not quoted, and of an echo. */
    int port() {
        return decisive == PORTS ? (int) (start >>> 32 & HALF) : 0;
    }

    /** The sequence number of an echo. */
    int sequenceNumber() {
        return (int) (start & HALF);
    }
}
