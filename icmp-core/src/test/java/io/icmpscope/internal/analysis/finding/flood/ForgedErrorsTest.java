package io.icmpscope.internal.analysis.finding.flood;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Bytes;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.Trace;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Errors about what was perhaps never sent: {@link BackscatterRule}, {@link BlindResetRule}, {@link SideChannelRule}. */
class ForgedErrorsTest {

    private static final String HOST = "203.0.113.5";
    private static final String FAR = "198.51.100.7";

    /** About a datagram from some port of the host, by the one that it was for. */
    private static byte[] refused(int reporter, int port) {
        String far = "198.51.100." + reporter;
        return Trace.error(far, 3, 3, Trace.between(HOST, far).udp(64, port, 80, 0));
    }

    @Test
    void errorsFromManyAboutManyPortsAreTold() throws IOException {
        Finding told = new Scene()
                .rate(5, 20, i -> refused(1 + i, 5_000 + 7 * i))
                .judged()
                .only("BACKSCATTER");
        assertEquals(Severity.INFO, told.severity(), "as UDP of the host is not looked at");
        assertEquals(20, told.evidence().count());
    }

    @Test
    void errorsAboutPingsThatWereNotSentAreGraver() throws IOException {
        Scene scene = new Scene().rate(5, 20, i -> {
            byte[] request = Ping.between(HOST, "198.51.100." + (1 + i)).request(i);
            return Trace.error("192.0.2." + (1 + i), 11, 0, request);
        });
        scene.now(Ping.between("192.0.2.1", HOST).reply(1));
        assertEquals(Severity.MEDIUM, scene.judged().only("BACKSCATTER").severity());
    }

    @Test
    void errorsAboutPingsThatWereSentAreNone() throws IOException {
        Scene scene = new Scene().rate(10, 60, i -> {
            byte[] request = Ping.between(HOST, "198.51.100." + (1 + i / 2)).request(i / 2);
            return i % 2 == 0 ? request : Trace.error("192.0.2." + (1 + i / 2), 3, 1, request);
        });
        assertEquals(0, scene.judged().of("BACKSCATTER").size());
    }

    @Test
    void justTooFewErrorsOrReportersAreNone() throws IOException {
        assertEquals(
                0,
                new Scene()
                        .rate(5, 19, i -> refused(1 + i, 5_000 + i))
                        .judged()
                        .of("BACKSCATTER")
                        .size());
        assertEquals(
                0,
                new Scene()
                        .rate(5, 90, i -> refused(1 + i % 9, 5_000 + i))
                        .judged()
                        .of("BACKSCATTER")
                        .size());
    }

    @Test
    void onePortThatTalksToManyIsAProgramOfTheHost() throws IOException {
        assertEquals(
                0,
                new Scene()
                        .rate(5, 90, i -> refused(1 + i, 6_881))
                        .judged()
                        .of("BACKSCATTER")
                        .size());
    }

    private static byte[] reset(int code, int port, int farPort, long sequence) {
        return Trace.error(FAR, 3, code, Trace.between(HOST, FAR).tcp(64, port, farPort, sequence));
    }

    @Test
    void guessesAtTheNumberOfAConnectionAreFound() throws IOException {
        Finding guessed = new Scene()
                .rate(10, 20, i -> reset(3, 40_000, 179, i * 0x0100_0000L))
                .judged()
                .only("BLIND-RESET");
        assertEquals(Severity.HIGH, guessed.severity());
        assertEquals(10, guessed.evidence().frames().size());
    }

    @Test
    void soAreGuessesAtItsPort() throws IOException {
        Scene scene = new Scene().rate(10, 20, i -> reset(3, 40_000 + i, 179, 1));
        assertEquals(Severity.HIGH, scene.judged().only("BLIND-RESET").severity());
    }

    @Test
    void noHostWithTcpSaysThatItHasNone() throws IOException {
        Scene scene = new Scene().rate(10, 20, i -> reset(2, 40_000 + i, 80, i * 0x0123_4567L));
        assertEquals(Severity.HIGH, scene.judged().only("BLIND-RESET").severity());
    }

    @Test
    void aFirewallThatRefusesAttemptsToConnectLooksAlike() throws IOException {
        Scene scene = new Scene().rate(10, 30, i -> reset(3, 40_000 + i, 80, i * 0x0123_4567L));
        assertEquals(Severity.INFO, scene.judged().only("BLIND-RESET").severity());
    }

    @Test
    void aScanThatAFirewallRefusesIsNone() throws IOException {
        Scene scene = new Scene().rate(100, 500, i -> reset(3, 40_000, i, 77));
        assertEquals(0, scene.judged().of("BLIND-RESET").size());
    }

    @Test
    void tooFewGuessesAreNone() throws IOException {
        Scene scene = new Scene().rate(10, 19, i -> reset(3, 40_000, 179, i));
        assertEquals(0, scene.judged().of("BLIND-RESET").size());
    }

    /** A resolver has nothing open at a port to which a name server seems to have sent something. */
    private static byte[] closed(int from, int port) {
        return Trace.error(HOST, 3, 3, Trace.between(FAR, HOST).udp(64, from, port, 0));
    }

    @Test
    void aSearchForTheOpenPortOfAResolverIsFound() throws IOException {
        Finding search =
                new Scene().rate(200, 400, i -> closed(53, 20_000 + i)).judged().only("SIDE-CHANNEL");
        assertEquals(Severity.MEDIUM, search.severity());
        assertEquals(HOST, search.evidence().addresses().entries().get(0).toString());
    }

    @Test
    void aSlowerOneIsNot() throws IOException {
        Scene scene = new Scene().rate(199, 800, i -> closed(53, 20_000 + i));
        assertEquals(0, scene.judged().of("SIDE-CHANNEL").size());
    }

    @Test
    void aScanFromAnotherPortIsAScan() throws IOException {
        Scene scene = new Scene().rate(500, 1_500, i -> closed(50_000, 1 + i));
        assertEquals(0, scene.judged().of("SIDE-CHANNEL").size());
    }

    @Test
    void anErrorWithoutPortsTellsNothing() throws IOException {
        byte[] cut = Bytes.cut(closed(53, 9), 20 + 8 + 20);
        cut[3] = (byte) cut.length;
        assertEquals(
                0,
                new Scene().rate(300, 900, i -> cut).judged().of("SIDE-CHANNEL").size());
    }
}
