package io.icmpscope.bench.peer;

import fr.bmartel.pcapdecoder.PcapDecoder;
import fr.bmartel.pcapdecoder.structure.types.IPcapngType;
import fr.bmartel.pcapdecoder.structure.types.inter.IEnhancedPacketBLock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** pcapng-decoder, which cuts pcapng files into blocks, all at once in memory; what is in a packet is for its user to read. */
final class PcapngDecoderCounter implements EchoCounter {

    private static final int ETHER_TYPE = 12; // offsets in the frame
    private static final int IP = 14;
    private static final int IPV4 = 0x0800;
    private static final int IPV6 = 0x86DD;
    private static final int V4_PROTOCOL = 9; // offsets in the IP header
    private static final int V4_ADDRESSES = 12;
    private static final int V6_NEXT_HEADER = 6;
    private static final int V6_ADDRESSES = 8;
    private static final int V6_HEADER = 40; // bytes
    private static final int ICMP = 1; // protocol numbers
    private static final int ICMPV6 = 58;
    private static final int IDENTIFIER = 4; // offsets in the message
    private static final int SEQUENCE = 6;

    @Override
    public EchoCounts count(Path capture) throws IOException {
        EchoPairs pairs = new EchoPairs();
        PcapDecoder decoder = new PcapDecoder(capture.toString());
        decoder.decode();
        for (IPcapngType block : decoder.getSectionList()) {
            if (block instanceof IEnhancedPacketBLock packet) {
                see(ByteBuffer.wrap(packet.getPacketData()), pairs);
            }
        }
        return pairs.counts();
    }

    private static void see(ByteBuffer frame, EchoPairs pairs) {
        pairs.packet();
        int etherType = frame.getShort(ETHER_TYPE) & 0xFFFF;
        if (etherType == IPV4 && frame.get(IP + V4_PROTOCOL) == ICMP) {
            int message = IP + (frame.get(IP) & 0x0F) * 4;
            echo(frame, IP + V4_ADDRESSES, 4, message, pairs);
        } else if (etherType == IPV6 && frame.get(IP + V6_NEXT_HEADER) == ICMPV6) {
            echo(frame, IP + V6_ADDRESSES, 16, IP + V6_HEADER, pairs);
        }
    }

    private static void echo(ByteBuffer frame, int addresses, int length, int message, EchoPairs pairs) {
        pairs.message();
        ByteBuffer from = frame.slice(addresses, length);
        ByteBuffer to = frame.slice(addresses + length, length);
        int identifier = frame.getShort(message + IDENTIFIER) & 0xFFFF;
        int sequence = frame.getShort(message + SEQUENCE) & 0xFFFF;
        int type = frame.get(message) & 0xFF;
        if (type == (length == 4 ? 8 : 128)) {
            pairs.request(from, to, identifier, sequence);
        } else if (type == (length == 4 ? 0 : 129)) {
            pairs.reply(from, to, identifier, sequence);
        }
    }
}
