package io.icmpscope.internal.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.NdpOption;
import io.icmpscope.message.NeighborDiscovery;
import io.icmpscope.report.Problem;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an ICMPv6 message says that is written out in hexadecimal, and the problems found in it. Blanks are for the reader. */
record Written(IcmpMessage message, List<Problem> problems) {
    static final int FRAME_BYTES_BEFORE = 3;

    static final IpAddress LINK_LOCAL = IpAddress.v6(0xFE80L << 48, 1);
    static final IpAddress ALL_NODES = IpAddress.v6(0xFF02L << 48, 1);
    static final IpAddress UNSPECIFIED = IpAddress.v6(0, 0);

    /** A message of which nothing but its bytes is known. */
    static Written read(String... hex) {
        byte[] message = bytes(hex);
        return read(message, message.length, null);
    }

    /** A message that was longer before it was captured. */
    static Written cut(int declaredBytes, String... hex) {
        return read(bytes(hex), declaredBytes, null);
    }

    /** A message in a packet. */
    static Written carried(Carrier carrier, String... hex) {
        byte[] message = bytes(hex);
        return read(message, message.length, carrier);
    }

    static Written read(byte[] message, int declaredBytes, @Nullable Carrier carrier) {
        ByteBuffer frame = ByteBuffer.allocate(FRAME_BYTES_BEFORE + message.length + 5); // others' bytes around it
        frame.put(FRAME_BYTES_BEFORE, message);
        int end = FRAME_BYTES_BEFORE + message.length;
        long declaredEnd = (long) FRAME_BYTES_BEFORE + declaredBytes;
        MessageBytes in = new MessageBytes(frame, 0, FRAME_BYTES_BEFORE, end, declaredEnd, carrier);
        IcmpMessage said = MessageTable.read(6, in);
        return new Written(said, List.copyOf(in.problems()));
    }

    /** The options behind the eight bytes of a router solicitation. */
    static Written options(String... hex) {
        return read("85 00 0000 00000000", String.join("", hex));
    }

    /** The only option of a router solicitation, which has no problem. */
    static NdpOption option(String... hex) {
        Written written = options(hex);
        assertEquals(List.of(), written.problems);
        assertEquals(1, written.options().size());
        return written.options().get(0);
    }

    List<NdpOption> options() {
        return ((NeighborDiscovery) message).options();
    }

    /** The message, which has no problem. */
    IcmpMessage good() {
        assertEquals(List.of(), problems);
        return message;
    }

    /** The only problem. */
    Problem problem() {
        assertEquals(1, problems.size(), () -> "problems: " + problems);
        return problems.get(0);
    }

    /** Whether there is a problem with these words. */
    void assertProblem(String words) {
        assertTrue(problems.stream().anyMatch(p -> p.message().contains(words)), () -> "problems: " + problems);
    }

    static IpAddress address(String hex) {
        ByteBuffer bits = ByteBuffer.wrap(bytes(hex));
        return IpAddress.v6(bits.getLong(0), bits.getLong(8));
    }

    static byte[] bytes(String... hex) {
        return HexFormat.of().parseHex(String.join("", hex).replaceAll("\\s", ""));
    }
}
