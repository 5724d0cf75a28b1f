package io.icmpscope.internal.packet;

import static io.icmpscope.handmade.Bytes.cut;
import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.internal.packet.Decoded.ADDRESSES;
import static io.icmpscope.internal.packet.Decoded.ECHO6;
import static io.icmpscope.internal.packet.Decoded.ETHERNET;
import static io.icmpscope.internal.packet.Decoded.PING4;
import static io.icmpscope.internal.packet.Decoded.PING6;
import static io.icmpscope.internal.packet.Decoded.RAW;
import static io.icmpscope.internal.packet.Decoded.ethernet;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.internal.wire.LinkTypes;
import io.icmpscope.report.PacketEntry;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Frames of every link type, of anything: never an exception, never endless, never a message outside of its frame. */
class AnyFrameTest {

    private static final int FRAMES = 4000;

    private static final String ENDS = "c0000201 c0000202";

    private static final List<byte[]> CARRIED = List.of(
            PING4,
            PING6,
            ethernet("0800", PING4),
            ethernet("8847", join(hex("00010140"), PING4)),
            hex("45 00 0024 0001 0000 40 11 0000", ENDS, "12b5 12b5 0010 0000", "08000000 00000500"),
            hex("45 00 0028 0001 0000 40 2f 0000", ENDS, "0000 0800", "00".repeat(16)),
            hex("60000000 0010 2c 40", ADDRESSES, "3a 00 0001 00000007", ECHO6),
            hex("60000000 0010 00 40", ADDRESSES, "3a 00 050200000100", ECHO6));

    private static final int[] ETHER_TYPES = {
        0x0800, 0x86DD, 0x8100, 0x88A8, 0x22F3, 0x4305, 0x6558, 0x6559, 0x8847, 0x8848, 0x8864, 0x88E5, 0x88E7, 0x8909,
        0x8926, 0x893F, 0x894F
    };

    private static final int[] TUNNEL_PORTS = {
        1701, 2152, 3386, 3544, 4341, 4789, 4790, 5072, 5247, 5555, 6080, 6081, 6635, 8472
    };

    static IntStream linkTypes() {
        return IntStream.rangeClosed(0, 300).filter(type -> LinkTypes.layer(type) != null);
    }

    @ParameterizedTest
    @MethodSource("linkTypes")
    void noFrameOfAnyLinkTypeDoesHarm(int linkType) {
        Random random = new Random(linkType);
        assertHarmless(linkType, FRAMES, i -> frame(random));
    }

    @Test
    void noEtherTypeDoesHarm() {
        Random random = new Random(1);
        long messages = assertHarmless(ETHERNET, 1 << 16, i -> {
            int length = random.nextInt(0x600); // then LLC follows
            int type = i % 9 == 0 ? length : i % 9 == 1 ? i : ETHER_TYPES[i % ETHER_TYPES.length];
            return ethernet(String.format("%04x", type), frame(random));
        });
        assertTrue(messages > 100, () -> messages + " messages");
    }

    @Test
    void noIpProtocolDoesHarm() {
        Random random = new Random(2);
        long messages = assertHarmless(RAW, 1 << 16, i -> {
            byte[] rest = frame(random);
            String start = i % 2 == 0
                    ? String.format("45 00 %04x 0001 0000 40 %02x 0000", 20 + rest.length, i >> 1 & 0xFF) + ENDS
                    : String.format("60000000 %04x %02x 40", rest.length, i >> 1 & 0xFF) + ADDRESSES;
            return join(hex(start), rest);
        });
        assertTrue(messages > 500, () -> messages + " messages");
    }

    @Test
    void noTunnelInUdpDoesHarm() {
        Random random = new Random(3);
        long messages = assertHarmless(RAW, 1 << 16, i -> {
            byte[] rest = frame(random);
            int port = TUNNEL_PORTS[i % TUNNEL_PORTS.length];
            String udp = String.format("c000 %04x %04x 0000", port, 8 + rest.length);
            String ip = String.format("45 00 %04x 0001 0000 40 11 0000", 28 + rest.length);
            return join(hex(ip, ENDS, udp), rest);
        });
        assertTrue(messages > 100, () -> messages + " messages");
    }

    /** Decodes frames and returns how many messages there were. */
    private static long assertHarmless(int linkType, int count, IntFunction<byte[]> frames) {
        Pcap capture = Pcap.littleEndian().network(linkType);
        for (int i = 0; i < count; i++) {
            byte[] frame = frames.apply(i);
            capture.record(i, 0, frame.length, frame.length + i % 3, frame);
        }
        Decoded decoded = assertTimeoutPreemptively(ofSeconds(20), () -> Decoded.capture(capture));
        for (PacketEntry packet : decoded.packets()) {
            assertTrue(packet.path().size() > 1, "behind some header: " + packet);
            assertTrue(packet.capturedBytes() >= 21, "behind an IP header: " + packet);
        }
        return decoded.packets().size();
    }

    /** Some bytes of a header, then something that may follow it, some bytes changed, cut anywhere. */
    private static byte[] frame(Random random) {
        byte[] header = new byte[random.nextInt(4) * random.nextInt(16)]; // often none
        if (random.nextBoolean()) {
            random.nextBytes(header);
        }
        byte[] frame = join(header, CARRIED.get(random.nextInt(CARRIED.size())));
        for (int i = random.nextInt(4); i > 0; i--) {
            frame[random.nextInt(frame.length)] =
                    (byte) (random.nextBoolean() ? random.nextInt(256) : random.nextInt(8));
        }
        return random.nextInt(4) == 0 ? cut(frame, random.nextInt(frame.length)) : frame;
    }
}
