package io.icmpscope.internal.analysis.payload;

import static io.icmpscope.handmade.Bytes.hex;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.internal.analysis.Dealt;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Limits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which programs are known by the echo requests they send, and who sent these to whom. */
class EchoToolTest {

    private static final AnalysisOptions OPTIONS = AnalysisOptions.defaults();

    /** Each tool, and what differs from it in one thing. Data is a byte or digits in hexadecimal, so many times. */
    @ParameterizedTest
    @CsvSource({
        "4, 9, 1, 295, 00, 120, NMAP_FIRST nmap -O",
        "4, 0, 1, 296, 00, 150, NMAP_SECOND nmap -O",
        "4, 9, 1, 297, 00, 120, ''",
        "6, 9, 43981, 295, 00, 120, NMAP_FIRST nmap -O",
        "6, 9, 43981, 7, 00, 120, NMAP_FIRST nmap -O", // the number counts in IPv6
        "6, 9, 43980, 7, 00, 120, ''",
        "6, 0, 43981, 7, 00, 120, ''",
        "6, 9, 43981, 7, 00, 119, ''",
        "4, 9, 43981, 7, 00, 120, ''",
        "4, 0, 666, 0, 00, 0, ICMPENUM icmpenum",
        "4, 0, 665, 0, 00, 0, ''",
        "4, 0, 666, 1, 00, 0, ''",
        "6, 0, 666, 0, 00, 0, ''",
        "4, 0, 0, 0, 00, 20, NEMESIS Nemesis",
        "4, 0, 0, 0, 00, 21, ''",
        "4, 0, 0, 0, 41, 20, ''",
        "4, 0, 1, 0, 00, 20, ''",
        "4, 0, 0, 1, 00, 20, ''",
        "6, 0, 0, 0, 00, 20, ''",
        "4, 0, 0, 0, 00, 4, BROADSCAN Broadscan",
        "4, 0, 0, 0, 41, 4, BROADSCAN Broadscan",
        "4, 0, 0, 0, 70696e67, 1, BROADSCAN Broadscan",
        "4, 0, 0, 0, 70696e6721, 1, ''",
        "4, 0, 1, 0, 70696e67, 1, ''",
        "4, 0, 0, 0, 00, 3, ''",
        "4, 0, 7, 7, 495353504e475251, 1, ISS_PINGER ISS Pinger",
        "4, 0, 7, 7, 43696e636f204e6574776f726b, 1, SNIFFER Sniffer Pro or NetXRay",
        "4, 0, 7, 7, aa, 16, CYBERKIT CyberKit",
        "4, 0, 7, 7, aa, 15, ''",
        "4, 0, 7, 7, 58, 8, HPING hping",
        "4, 0, 7, 7, 58, 7, ''",
        "4, 0, 7, 7, 00, 8, SUPERSCAN SuperScan",
        "4, 0, 7, 7, 00, 9, ''",
        "4, 0, 0, 0, 61626364656667686a, 4, ''" // a repeated pattern
    })
    void aToolIsKnownByAllThatItsRequestsHaveInCommon(
            int version, int code, int identifier, int sequence, String data, int times, String expected)
            throws Exception {
        boolean old = version == 4;
        byte[] request = Ping.between(old ? "192.0.2.1" : "2001:db8::1", old ? "192.0.2.2" : "2001:db8::2")
                .identifier(identifier)
                .data(hex(data.repeat(times)))
                .request(sequence);
        request[old ? 21 : 41] = (byte) code;
        List<ToolSighting> seen = sightings(new PingScene().at(0, request), OPTIONS, 1);
        assertEquals(
                expected.isEmpty() ? List.of() : List.of(expected),
                seen.stream()
                        .map(one -> one.tool() + " " + one.tool().program())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 20})
    void sightingsAreCountedByToolSenderAndReceiverInThatOrder(int parts) throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 12; i++) {
            scene.at(1_000 * i, hping("192.0.2.9", "192.0.2.2").request(i)); // frames 1 to 12
        }
        scene.at(20_000, hping("192.0.2.1", "192.0.2.3").request(1))
                .at(21_000, hping("192.0.2.1", "192.0.2.2").request(1))
                .at(
                        22_000,
                        hping("192.0.2.1", "192.0.2.2")
                                .data(hex("aa".repeat(16)))
                                .request(1))
                .at(23_000, hping("192.0.2.1", "192.0.2.2").reply(1));
        assertEquals(
                List.of(
                        "CYBERKIT 192.0.2.1 192.0.2.2 1 [15] 1970-01-01T00:17:02Z 1970-01-01T00:17:02Z",
                        "HPING 192.0.2.1 192.0.2.2 1 [14] 1970-01-01T00:17:01Z 1970-01-01T00:17:01Z",
                        "HPING 192.0.2.1 192.0.2.3 1 [13] 1970-01-01T00:17:00Z 1970-01-01T00:17:00Z",
                        "HPING 192.0.2.9 192.0.2.2 12 [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]"
                                + " 1970-01-01T00:16:40Z 1970-01-01T00:16:51Z"),
                sightings(scene, OPTIONS, parts).stream()
                        .map(EchoToolTest::told)
                        .toList());
    }

    @Test
    void moreSendersThanAreKeptAreALimit() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 40; i++) {
            scene.at(i, hping("10.0.0." + i, "192.0.2.2").request(1));
        }
        AnalysisOptions ten = OPTIONS.withLimits(Limits.defaults().withEntries(10));
        assertEquals(10, sightings(scene, ten, 1).size());
        assertTrue(scene.report(ten).limitsHit().stream()
                .anyMatch(hit -> hit.limit().equals("findings: senders of the echo requests of known tools")
                        && hit.value() == 10));
    }

    private static Ping hping(String from, String to) {
        return Ping.between(from, to).data("X".repeat(20));
    }

    private static String told(ToolSighting one) {
        return one.tool() + " " + one.source() + " " + one.destination() + " " + one.count() + " " + one.frames() + " "
                + one.firstTime() + " " + one.lastTime();
    }

    private static List<ToolSighting> sightings(PingScene scene, AnalysisOptions options, int parts) throws Exception {
        return Dealt.merged(scene.bytes(), options, PayloadTally::new, parts)
                .observations
                .of(ToolSighting.class);
    }
}
