package io.icmpscope.internal.analysis.finding.probe;

import static io.icmpscope.handmade.Bytes.cut;
import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.slice;
import static io.icmpscope.handmade.Bytes.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.handmade.Trace;
import io.icmpscope.internal.analysis.finding.Wording;
import java.io.IOException;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that findings say of packets made by hand, where the lab has no recording. The packets were written to files, and
 * the display filters in the table given to tshark, which shows the frames that the table names; the sentences were read. Eight
 * zeros had times of today there: near 1970 tshark takes them for a time.
 */
class ProbeHandmadeTest {

    private static Stream<Wording> handmade() throws IOException {
        return Wording.table(ProbeHandmadeTest.class, "handmade.txt");
    }

    @ParameterizedTest
    @MethodSource("handmade")
    void ofPacketsMadeByHandTheFindingsSayWhatTheTableSays(Wording row) throws IOException {
        assertEquals(row.lines(), Wording.of(Judged.of(scene(row.capture())).of(row.kind())));
    }

    static byte[] scene(String name) {
        return switch (name) {
            case "sweep6" ->
                each(
                        20,
                        i -> Ping.between("fd00::99", "fd00::" + Integer.toHexString(i + 1))
                                .request(1));
            case "scattered" ->
                each(
                        20,
                        i -> Ping.between("10.0.0.99", "10." + i + ".7." + 3 * i)
                                .request(1));
            case "zeros" ->
                each(
                        4,
                        i -> Ping.between("10.0.0.99", "10.0.0." + (1 + i))
                                .data(zeros(8))
                                .request(1));
            case "unused" -> each(12, ProbeHandmadeTest::unused);
            case "unused-few" -> each(12, i -> unused(i % 2));
            case "renumbering" -> each(6, i -> renumbering(i / 2));
            case "graphs" -> each(12, ProbeHandmadeTest::object);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static byte[] each(int count, IntFunction<byte[]> packet) {
        PingScene scene = new PingScene();
        for (int i = 0; i < count; i++) {
            scene.at(500 * i, packet.apply(i));
        }
        return scene.end().bytes();
    }

    /** A command of router renumbering, RFC 2894 section 3.1. */
    private static byte[] renumbering(int sender) {
        return Packets.packet("fe80::" + (sender + 1), "ff02::2", hex("8a 00 0000 00000005 01 60 03e8 00000000"));
    }

    /** An information object of RPL of one of three nodes, each with ranks of its own, RFC 6550 section 6.3.1. */
    private static byte[] object(int i) {
        String rank = String.format("%04x", 256 * (i % 3 + 1) - i);
        byte[] message = join(hex("9b01 0000 00 f0", rank, "88 00 00 00"), Ping.address("2001:db8::1"));
        return Packets.packet("fe80::" + (i % 3 + 1), "ff02::1a", message);
    }

    /** A host unreachable whose unused bytes are not zero: RFC 792. */
    private static byte[] unused(int i) {
        byte[] error = Trace.error(
                "10.0.0.3", 3, 1, Trace.between("10.0.0.1", "10.0.0.2").udp(64, 9));
        error[24] = (byte) (i + 1);
        error[22] = 0;
        error[23] = 0;
        int sum = Ping.checksum(slice(error, 20, error.length));
        return join(cut(error, 22), new byte[] {(byte) (sum >>> 8), (byte) sum}, slice(error, 24, error.length));
    }
}
