package io.icmpscope.mcp.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.mcp.HandMade;
import io.icmpscope.mcp.Lab;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Finding;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.LimitHit;
import io.icmpscope.report.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryTest {
    @Test
    void aPingWithALossAndAnErrorIsToldInFigures() throws IOException {
        assertEquals(
                List.of(
                        "The capture holds 5 packets over 11.000 s; it contains 4 ICMP messages (all ICMPv4)"
                                + " between 3 addresses.",
                        "1 ping session sent 2 requests: 1 answered, 1 lost (50 %).",
                        "The round trip from 192.0.2.1 to 192.0.2.2 (id 4711) took 1.500 ms.",
                        "1 ICMP error was reported: 1 Destination Unreachable.",
                        "The address 198.51.100.9 could not be reached.",
                        "The busiest address is 192.0.2.1 (2 sent, 2 received).",
                        "There are 2 findings, all of severity info."),
                of(HandMade.ping()));
    }

    @Test
    void requestsThatTheEndOfTheCaptureLeavesOpenAreNotLost() throws IOException {
        assertEquals(
                "1 ping session sent 1 request: 0 answered, 0 lost, 1 still open when the capture ended.",
                of(HandMade.pcap().frame(0, HandMade.REQUEST_1).bytes()).get(1));
    }

    @Test
    void aDamagedCaptureIsCalledSo() throws IOException {
        byte[] whole = HandMade.ping();
        List<String> sentences = of(Arrays.copyOf(whole, whole.length - 1));
        assertEquals(
                "The capture is damaged or cut (1 warning); what could be read was analysed.",
                sentences.get(sentences.size() - 2));
    }

    @Test
    void aCaptureWithoutPingsSaysSo() throws IOException {
        List<String> sentences = of(HandMade.pcap()
                .frame(0, HandMade.REDIRECT)
                .frame(5, HandMade.PACKET_TOO_BIG)
                .bytes());
        assertEquals(
                List.of(
                        "The capture holds 2 packets over 0.000 s; it contains 2 ICMP messages (1 ICMPv4, 1 ICMPv6)"
                                + " between 4 addresses.",
                        "No ping was captured.",
                        "2 ICMP errors were reported: 1 Packet Too Big, 1 Redirect.",
                        "The smallest reported path MTU is 1,280 bytes, from 2001:db8::1 to 2001:db8::2.",
                        "The busiest address is 192.0.2.1 (0 sent, 1 received)."),
                sentences.subList(0, 5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "outage4 | There was 1 outage: the ping from 10.0.1.1 to 10.0.3.2 (id 20626) lost 40 requests in a row, sent from"
                        + " 2026-11-26T13:31:31Z to 2026-11-26T13:31:39Z (",
                "unreachable4 | Of 4 traceroutes 1 reached the destination; the path to 10.0.2.99 was refused at 10.0.1.2,",
                "mtr4-loss | A traceroute from 10.0.1.1 to 10.0.5.2 reached it in 5 hops; of 20 probes to it 3 were lost.",
                "loop4 | goes round in a circle.",
                "pmtu4-ignored | The smallest reported path MTU is 1,300 bytes, from 10.0.1.1 to 10.0.2.2; larger packets"
                        + " were sent all the same (7 reports ignored).",
                "blackhole4 | Large packets from 10.0.1.1 to 10.0.2.2 seem to vanish without an error (all 5 of 1,400 bytes"
                        + " were lost, 11 of 56 bytes answered).",
                "nd6 | Duplicate address detection found 2001:db8:1::2 taken already.",
            })
    void withoutFindingsWhatNobodyShouldMissIsAmongTheSentences(String scene, String words) throws IOException {
        AnalysisOptions without = AnalysisOptions.defaults().withFindings(false);
        List<String> sentences = Summary.of(IcmpAnalyzer.analyze(Lab.capture(scene + ".pcap"), without));
        assertTrue(sentences.stream().anyMatch(sentence -> sentence.contains(words)), sentences::toString);
        assertTrue(sentences.stream().noneMatch(sentence -> sentence.contains("inding")), sentences::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "ping4-loss, LOSS, lost the most",
        "ping4-dead, LOSS, outage",
        "blackhole4, PMTU-BLACKHOLE, seem to vanish",
        "pmtu4-ignored, PMTU-BLACKHOLE, ignored",
        "nd6, DAD-CONFLICT, Duplicate address detection",
        "refused4, UNREACHABLE-, could not be reached."
    })
    void whatAGraveFindingTellsIsNotToldTwice(String scene, String kind, String words) throws IOException {
        IcmpReport report = IcmpAnalyzer.analyze(Lab.capture(scene + ".pcap"));
        Finding teller = report.findings().entries().stream()
                .filter(finding -> finding.id().startsWith(kind))
                .findFirst()
                .orElseThrow();
        List<String> sentences = Summary.of(report);
        assertTrue(sentences.stream().anyMatch(sentence -> sentence.contains(teller.title())), sentences::toString);
        assertTrue(sentences.stream().noneMatch(sentence -> sentence.contains(words)), sentences::toString);
    }

    @Test
    void theGravestFindingsComeLast() throws IOException {
        List<String> sentences = Summary.of(IcmpAnalyzer.analyze(Lab.capture("fragments4-death.pcap")));
        assertTrue(
                sentences.get(sentences.size() - 2).startsWith("Finding (critical): ICMP fragments from 10.0.1.1 to"),
                sentences::toString);
        assertTrue(sentences.get(sentences.size() - 1).startsWith("Finding (low): "), sentences::toString);
    }

    /** Of hosts with unknown echo data a quarter is kept of what there may be of others. */
    @Test
    void limitsOfFindingsAloneDoNotMakePingsAndHostsIncomplete() throws IOException {
        assertEquals(List.of("findings: pairs of hosts with unknown echo data"), limits(20));
        assertEquals(0, aboutLimits(20));
        assertEquals(1, aboutLimits(80));
    }

    private static List<String> limits(int hosts) throws IOException {
        return asked(hosts).limitsHit().stream().map(LimitHit::limit).toList();
    }

    private static long aboutLimits(int hosts) throws IOException {
        return Summary.of(asked(hosts)).stream()
                .filter(sentence -> sentence.startsWith("There was more than is kept"))
                .count();
    }

    private static IcmpReport asked(int hosts) throws IOException {
        HandMade capture = HandMade.pcap();
        for (int i = 0; i < hosts; i++) {
            capture.frame(i, HandMade.REQUEST_1.replace("c0000202", String.format("c00002%02x", 10 + i)));
        }
        AnalysisOptions few =
                AnalysisOptions.defaults().withLimits(Limits.defaults().withEntries(64));
        return IcmpAnalyzer.analyze(ByteBuffer.wrap(capture.bytes()), few);
    }

    @Test
    void thereAreThreeToEightSentencesWhateverTheCapture() throws IOException {
        int longest = 0;
        try (Stream<Path> captures = Files.list(Lab.capture(""))) {
            for (Path capture :
                    captures.filter(file -> file.toString().contains(".pcap")).toList()) {
                List<String> sentences = Summary.of(IcmpAnalyzer.analyze(capture));
                assertTrue(sentences.size() >= 3 && sentences.size() <= 8, () -> capture + ": " + sentences);
                longest = Math.max(longest, sentences.size());
            }
        }
        assertEquals(8, longest);
    }

    private static List<String> of(byte[] capture) throws IOException {
        return Summary.of(IcmpAnalyzer.analyze(ByteBuffer.wrap(capture), AnalysisOptions.defaults()));
    }
}
