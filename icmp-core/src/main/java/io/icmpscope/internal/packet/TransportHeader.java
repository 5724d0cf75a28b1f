package io.icmpscope.internal.packet;

import io.icmpscope.internal.wire.Ipv4;
import io.icmpscope.internal.wire.Ipv6;
import io.icmpscope.internal.wire.Protocol;
import io.icmpscope.internal.wire.Tcp;

/** What tells one probe from another: the beginning of its transport header, or of an ICMP message, in place. */
public final class TransportHeader {

    private TransportHeader() {}

    /**
     * Says whether this is TCP; a probe that is not is UDP.
     *
     * @param view a probe or the answer to one
     * @return whether it is
     */
    public static boolean isTcp(PacketView view) {
        return !view.isIcmp() && view.transport == Protocol.TCP;
    }

    /**
     * Reads the first eight bytes, which an ICMP error quotes at least: of UDP ports, length and checksum, of TCP ports and
     * sequence number, of an echo request type, code, checksum, identifier and sequence number.
     *
     * @param view a probe, the answer to one, or an ICMP message that was captured so far
     * @return the bytes in network byte order
     */
    public static long start(PacketView view) {
        return view.bytes.getLong(view.at);
    }

    /**
     * Reads the acknowledgment number.
     *
     * @param answer of TCP
     * @return 0 to 2^32 - 1: the sequence number of the probe and one
     */
    public static long acknowledgment(PacketView answer) {
        return Tcp.acknowledgment(answer.bytes, answer.at);
    }

    /**
     * Reads what tells packets of one content apart in the IP header.
     *
     * @param view any packet
     * @return the identification in IPv4, the flow label in IPv6
     */
    public static int mark(PacketView view) {
        return view.ipVersion == 4 ? Ipv4.identification(view.bytes, view.ipAt) : Ipv6.flowLabel(view.bytes, view.ipAt);
    }
}
