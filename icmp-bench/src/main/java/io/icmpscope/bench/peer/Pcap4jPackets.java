package io.icmpscope.bench.peer;

import java.net.InetAddress;
import org.pcap4j.packet.IcmpV4CommonPacket;
import org.pcap4j.packet.IcmpV4EchoPacket;
import org.pcap4j.packet.IcmpV4EchoReplyPacket;
import org.pcap4j.packet.IcmpV6CommonPacket;
import org.pcap4j.packet.IcmpV6EchoReplyPacket;
import org.pcap4j.packet.IcmpV6EchoRequestPacket;
import org.pcap4j.packet.IpPacket;
import org.pcap4j.packet.Packet;

/** The task with the packet classes of pcap4j. */
final class Pcap4jPackets {

    private final EchoPairs pairs = new EchoPairs();

    void see(Packet packet) {
        pairs.packet();
        IpPacket ip = packet.get(IpPacket.class);
        if (ip == null) {
            return;
        }
        Packet message = ip.getPayload();
        if (message instanceof IcmpV4CommonPacket || message instanceof IcmpV6CommonPacket) {
            pairs.message();
            echo(ip.getHeader(), message.getPayload());
        }
    }

    private void echo(IpPacket.IpHeader ip, Packet body) {
        InetAddress from = ip.getSrcAddr();
        InetAddress to = ip.getDstAddr();
        if (body instanceof IcmpV4EchoPacket echo) {
            pairs.request(
                    from,
                    to,
                    echo.getHeader().getIdentifierAsInt(),
                    echo.getHeader().getSequenceNumberAsInt());
        } else if (body instanceof IcmpV4EchoReplyPacket echo) {
            pairs.reply(
                    from,
                    to,
                    echo.getHeader().getIdentifierAsInt(),
                    echo.getHeader().getSequenceNumberAsInt());
        } else if (body instanceof IcmpV6EchoRequestPacket echo) {
            pairs.request(
                    from,
                    to,
                    echo.getHeader().getIdentifierAsInt(),
                    echo.getHeader().getSequenceNumberAsInt());
        } else if (body instanceof IcmpV6EchoReplyPacket echo) {
            pairs.reply(
                    from,
                    to,
                    echo.getHeader().getIdentifierAsInt(),
                    echo.getHeader().getSequenceNumberAsInt());
        }
    }

    EchoCounts counts() {
        return pairs.counts();
    }
}
