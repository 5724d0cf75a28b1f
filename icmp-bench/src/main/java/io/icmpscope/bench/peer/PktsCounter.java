package io.icmpscope.bench.peer;

import io.pkts.Pcap;
import io.pkts.buffer.Buffer;
import io.pkts.packet.IPPacket;
import io.pkts.packet.Packet;
import io.pkts.protocol.Protocol;
import java.io.IOException;
import java.nio.file.Path;

/** pkts, which reads pcap by itself, and knows IP but not what ICMP says. */
final class PktsCounter implements EchoCounter {

    private static final int V4_PROTOCOL = 9; // offsets in the IP header
    private static final int V6_NEXT_HEADER = 6;
    private static final int ICMP = 1; // protocol numbers
    private static final int ICMPV6 = 58;
    private static final int IDENTIFIER = 4; // offsets in the message
    private static final int SEQUENCE = 6;

    @Override
    public EchoCounts count(Path capture) throws IOException {
        EchoPairs pairs = new EchoPairs();
        Pcap pcap = Pcap.openStream(capture.toFile());
        try {
            pcap.loop(packet -> {
                see(packet, pairs);
                return true;
            });
        } finally {
            pcap.close();
        }
        return pairs.counts();
    }

    private static void see(Packet packet, EchoPairs pairs) throws IOException {
        pairs.packet();
        Packet ethernet = packet.getPacket(Protocol.ETHERNET_II);
        if (ethernet != null && ethernet.getNextPacket() instanceof IPPacket ip) {
            boolean v4 = ip.getVersion() == 4;
            int protocol = ethernet.getPayload().getByte(v4 ? V4_PROTOCOL : V6_NEXT_HEADER);
            if (protocol == (v4 ? ICMP : ICMPV6)) {
                pairs.message();
                echo(ip, ip.getPayload(), pairs);
            }
        }
    }

    private static void echo(IPPacket ip, Buffer message, EchoPairs pairs) throws IOException {
        boolean v4 = ip.getVersion() == 4;
        int type = message.getUnsignedByte(0);
        if (type == (v4 ? 8 : 128)) {
            pairs.request(
                    ip.getSourceIP(),
                    ip.getDestinationIP(),
                    message.getUnsignedShort(IDENTIFIER),
                    message.getUnsignedShort(SEQUENCE));
        } else if (type == (v4 ? 0 : 129)) {
            pairs.reply(
                    ip.getSourceIP(),
                    ip.getDestinationIP(),
                    message.getUnsignedShort(IDENTIFIER),
                    message.getUnsignedShort(SEQUENCE));
        }
    }
}
