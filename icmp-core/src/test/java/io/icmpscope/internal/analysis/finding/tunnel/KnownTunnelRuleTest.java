package io.icmpscope.internal.analysis.finding.tunnel;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.zeros;
import static io.icmpscope.internal.analysis.finding.tunnel.EchoScene.n;
import static io.icmpscope.internal.analysis.finding.tunnel.EchoScene.packet;
import static io.icmpscope.internal.analysis.finding.tunnel.EchoScene.random;
import static io.icmpscope.internal.analysis.finding.tunnel.EchoScene.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Judged;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The marks as the sources of the programs write them. */
class KnownTunnelRuleTest {

    @ParameterizedTest
    @CsvSource({
        "tunnel4-ptunnel, ptunnel",
        "tunnel4-ptunnel-lines, ptunnel",
        "tunnel4-ptunnel-ng, ptunnel-ng",
        "tunnel4-hans, hans",
        "tunnel4-hans-ping, hans",
        "tunnel4-icmptx, icmptx or itun"
    })
    void recordedTunnelsAreNamed(String scene, String program) throws IOException {
        Judged judged = Judged.lab(scene);
        assertKnown(program, judged.only("TUNNEL-KNOWN"));
        assertEquals(Severity.CRITICAL, judged.only("TUNNEL-KNOWN").severity());
        assertEquals(List.of(), judged.of("TUNNEL"));
    }

    /** Repeats and the kernel's own replies included, as tshark counts those that begin with the mark. */
    @ParameterizedTest
    @CsvSource({"tunnel4-hans, 64", "tunnel4-hans-ping, 79", "tunnel4-ptunnel-lines, 121"})
    void allMessagesWithTheMarkAreCounted(String scene, int messages) throws IOException {
        assertEquals(messages, Judged.lab(scene).only("TUNNEL-KNOWN").evidence().count());
    }

    @Test
    void aMarkedRequestAndItsEchoAreOneSign() throws IOException {
        IntFunction<byte[]> marked = i -> ptunnel("d5200880", "40000002", i);
        Finding two = new EchoScene().pings(2, marked, marked).only("TUNNEL-KNOWN");
        assertEquals(4, two.evidence().count());
        assertEquals(Severity.HIGH, two.severity());
    }

    @ParameterizedTest
    @CsvSource({"d5200880, ptunnel", "deadc0de, ptunnel-ng"})
    void ptunnelIsKnownByItsHeader(String magic, String program) throws IOException {
        Finding known = new EchoScene()
                .pings(5, i -> ptunnel(magic, "40000002", i), i -> ptunnel(magic, "80000002", i))
                .only("TUNNEL-KNOWN");
        assertKnown(program, known);
        assertEquals(10, known.evidence().count());
    }

    @Test
    void theMagicOfPtunnelWithoutItsHeaderIsNotEnough() throws IOException {
        assertUnknown(i -> ptunnel("deadc0de", "40000005", i));
        assertUnknown(i -> ptunnel("deadc0de", "c0000002", i));
        assertUnknown(i -> Arrays.copyOf(ptunnel("deadc0de", "40000002", i), 40)); // says that it has more
        assertUnknown(i -> text("\336\255\300\336".repeat(14)));
    }

    @Test
    void hansIsKnownByWhatRequestsAndRepliesBeginWith() throws IOException {
        Finding known = new EchoScene()
                .pings(
                        4,
                        i -> join(text("hanc"), hex("07"), packet(i, 60)),
                        i -> join(text("hans"), hex("07"), packet(9 + i, 60)))
                .only("TUNNEL-KNOWN");
        assertKnown("hans", known);
        assertUnknown(i -> text("hans and hanc are names, number " + i));
        assertUnknown(i -> join(text("hans"), hex("07"), packet(i, 60))); // what servers say in replies
    }

    @Test
    void pingtunnelIsKnownByItsSixthField() throws IOException {
        byte[] rest = hex("380a 4005");
        Finding known = new EchoScene()
                .pings(
                        4,
                        i -> join(hex("0a04"), text("abcd"), hex("2210"), random(i, 16), hex("2801 30dafa06"), rest),
                        i -> join(hex("1001 30dafa06"), rest))
                .only("TUNNEL-KNOWN");
        assertKnown("pingtunnel", known);
        assertUnknown(i -> join(hex("0a04"), text("abcd"), hex("2210"), random(i, 16), hex("2801 30dbfa06"), rest));
        assertUnknown(i -> join(hex("0aff"), random(i, 30), hex("30dafa06")));
    }

    @Test
    void icmptxIsKnownByItsIdentifierAndIcmptunnelByChangingIt() throws IOException {
        for (int identifier : new int[] {7530, 0x6A1D, 7537, 0x711D}) {
            EchoScene icmptx = new EchoScene().identifier(identifier);
            for (int i = 0; i < 4; i++) {
                icmptx.request(0, packet(i, 60)).reply(0, packet(20 + i, 60));
            }
            assertKnown("icmptx or itun", icmptx.only("TUNNEL-KNOWN"));
        }
        EchoScene icmptunnel = new EchoScene().ttl(255);
        for (int i = 0; i < 10; i++) {
            icmptunnel.identifier(i * 6_007).request(i * 4_001, packet(i, 60));
        }
        assertKnown("icmptunnel", icmptunnel.only("TUNNEL-KNOWN"));
        EchoScene oneIdentifier = new EchoScene().ttl(255).pings(10, i -> packet(i, 60), i -> packet(20 + i, 60));
        assertEquals(List.of(), oneIdentifier.found("TUNNEL-KNOWN"));
    }

    @Test
    void loki2IsKnownByItsSequenceNumberAndCommands() throws IOException {
        for (int sequence : new int[] {0x01F0, 0xF001}) {
            EchoScene loki = new EchoScene();
            for (int i = 0; i < 4; i++) {
                loki.request(sequence, loki("b1", "cat /etc/motd" + i)).reply(sequence, loki("b2", "welcome" + i));
            }
            assertKnown("LOKI2", loki.only("TUNNEL-KNOWN"));
        }
        EchoScene ping = new EchoScene().request(496, loki("b0", "a ping of 56 bytes"));
        assertEquals(List.of(), ping.request(497, loki("b1", "another")).found("TUNNEL-KNOWN"));
    }

    @Test
    void remoteControlsAreKnownByTheirFirstBytesAndLengths() throws IOException {
        byte[] pingback = Arrays.copyOf(text("shell\0\0\0\0\0whoami"), 788);
        assertKnown("Pingback", new EchoScene().request(53_764, pingback).only("TUNNEL-KNOWN"));
        assertEquals(List.of(), new EchoScene().request(1_234, pingback).found("TUNNEL-KNOWN"));
        byte[] door = join(hex("72550000 c0000201 1f90"), text("justforfun\0\0\0\0"), zeros(0));
        assertKnown(
                "BPFDoor",
                new EchoScene().request(53_764, Arrays.copyOf(door, 28)).only("TUNNEL-KNOWN"));
        assertEquals(
                List.of(), new EchoScene().request(1, Arrays.copyOf(door, 29)).found("TUNNEL-KNOWN"));
    }

    @ParameterizedTest
    @CsvSource({
        "123, 0, shell bound to port 4567, TFN",
        "51201, 0, 4567 192.0.2.9, TFN",
        "0, 7, Q2hhbmdlAAAAAAAAAAAAAAAA, TFN2K",
        "666, 3, skillz, Stacheldraht",
        "6667, 3, ficken, Stacheldraht",
        "668, 3, gesundheit!, Stacheldraht",
        "669, 3, sicken, Stacheldraht",
        "1000, 3, spoofworks, Stacheldraht"
    })
    void agentsOfFloodsAreKnownByIdentifierAndWord(int identifier, int sequence, String word, String program)
            throws IOException {
        EchoScene scene = new EchoScene().identifier(identifier).reply(sequence, join(text(word), zeros(40)));
        assertKnown(program, scene.only("TUNNEL-KNOWN"));
    }

    @Test
    void theIdentifierAloneIsNotEnough() throws IOException {
        for (int identifier : new int[] {123, 456, 666, 667, 668, 669, 1000}) {
            EchoScene scene = new EchoScene().identifier(identifier);
            scene.pings(4, i -> text("a question " + i), i -> text("an answer " + i));
            assertEquals(List.of(), scene.found("TUNNEL-KNOWN"), "identifier " + identifier);
        }
    }

    @Test
    void threeMarkedMessagesAreCriticalAndFewerHigh() throws IOException {
        EchoScene two = new EchoScene()
                .pings(1, i -> ptunnel("d5200880", "40000002", i), i -> ptunnel("d5200880", "80000002", i));
        assertEquals(Severity.HIGH, two.only("TUNNEL-KNOWN").severity());
        EchoScene four = new EchoScene()
                .pings(2, i -> ptunnel("d5200880", "40000002", i), i -> ptunnel("d5200880", "80000002", i));
        assertEquals(Severity.CRITICAL, four.only("TUNNEL-KNOWN").severity());
    }

    @Test
    void aKnownTunnelIsNotToldTwice() throws IOException {
        EchoScene known = new EchoScene()
                .pings(20, i -> ptunnel("d5200880", "40000002", i), i -> ptunnel("d5200880", "80000002", 50 + i));
        assertEquals(1, known.found("TUNNEL-KNOWN").size());
        assertEquals(List.of(), known.found("TUNNEL"));
    }

    private static byte[] ptunnel(String magic, String state, int seed) {
        byte[] header = join(hex(magic), hex("0a000001 00000016"), hex(state), n(4, seed), n(4, 40));
        return join(header, n(2, seed), n(2, 1), random(seed, 40));
    }

    private static byte[] loki(String command, String words) {
        return Arrays.copyOf(join(hex(command), text(words)), 56);
    }

    private static void assertKnown(String program, Finding known) {
        assertTrue(known.title().endsWith(" look like those of " + program), known::title);
    }

    private static void assertUnknown(IntFunction<byte[]> data) throws IOException {
        assertEquals(List.of(), new EchoScene().pings(5, data, data).found("TUNNEL-KNOWN"));
    }
}
