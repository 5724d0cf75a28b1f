package io.icmpscope.mcp.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.mcp.HandMade;
import io.icmpscope.mcp.Lab;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.CaptureInterface;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Listing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReportTest {
    @Test
    void aSmallCaptureFitsOneScreen() throws IOException {
        AnalysisOptions without = AnalysisOptions.defaults().withFindings(false); // TextFindingsTest has these
        assertEquals("""
                ICMP in ping.pcap
                  The capture holds 5 packets over 11.000 s; it contains 4 ICMP messages (all ICMPv4) between 3
                  addresses.
                  1 ping session sent 2 requests: 1 answered, 1 lost (50 %).
                  The round trip from 192.0.2.1 to 192.0.2.2 (id 4711) took 1.500 ms.
                  1 ICMP error was reported: 1 Destination Unreachable.
                  The address 198.51.100.9 could not be reached.
                  The busiest address is 192.0.2.1 (2 sent, 2 received).

                Capture
                  format       pcap, little-endian, 366 bytes
                  time         2023-11-14T22:13:20Z to 2023-11-14T22:13:31Z (11.000 s)
                  frames       5, with 4 ICMP messages
                  interface    ETHERNET, at most 65,535 bytes a frame

                Ping sessions
                  from       to           id  sent  received  lost  loss %  rtt ms min    avg    max   mdev    p95  jitter  also
                  192.0.2.1  192.0.2.2  4711     2         1     1      50       1.500  1.500  1.500  0.000  1.500   0.000

                Errors
                  count  reporter     error             told       packets to    traffic         first                 over
                      1  192.0.2.254  Host Unreachable  192.0.2.1  198.51.100.9  UDP port 33434  2023-11-14T22:13:21Z  0.000 s
                  Means: the router of the last link cannot reach 198.51.100.9: it is off, or not there.

                Payloads
                  requests  data   points to      confidence  such as frame
                         2  other  nothing known  low                     1

                Messages
                  count  bytes  version  type  code  name
                      2    100  ICMPv4      8     0  Echo Request
                      1     50  ICMPv4      0     0  Echo Reply
                      1     70  ICMPv4      3     1  Destination Unreachable: Host Unreachable

                Top talkers
                  address      sent  received  bytes
                  192.0.2.1       2         2    220
                  192.0.2.2       1         2    150
                  192.0.2.254     1         0     70

                Rate, sizes and times to live
                  peak         2 a second at 2023-11-14T22:13:20Z
                  average      0.364 a second
                  sizes        32-63: 3, 64-127: 1 (bytes)
                  ttl          49-63: 1, 64: 3
                """, TextReport.of("ping.pcap", IcmpAnalyzer.analyze(ByteBuffer.wrap(HandMade.ping()), without)));
    }

    @Test
    void theReadmeShowsWhatTheCommandPrints() throws IOException {
        String name = "icmp-core/src/test/resources/lab/ping4-loss.pcap";
        String text = TextReport.of(name, IcmpAnalyzer.analyze(Lab.capture("ping4-loss.pcap")));
        String readme = Files.readString(Path.of("..", "README.md")).replace("\r\n", "\n");
        assertTrue(readme.contains("```\n" + text + "```\n"), text);
    }

    /** Of 60 requests, as the README tells, each has a mark of its own; 13 were lost. */
    @Test
    void aSparklineStandsBelowItsPingAndChangesNothingElse() throws IOException {
        Path capture = Lab.capture("ping4-loss.pcap");
        AnalysisOptions options = AnalysisOptions.defaults();
        Screen screen = new Screen(Palette.PLAIN, 60);
        List<String> lines = TextReport.of("ping", IcmpAnalyzer.analyze(capture, options.withSeries(2_000)), screen)
                .lines()
                .toList();
        List<String> plain =
                TextReport.of("ping", IcmpAnalyzer.analyze(capture)).lines().toList();
        int row = plain.indexOf("Ping sessions") + 2;
        String sparkline = lines.get(row + 1);
        assertTrue(sparkline.matches("    [\u2581-\u2588\u00d7]{60}  \\S+ to \\S+ ms, \u00d7 lost"), sparkline);
        assertEquals(13 + 1, sparkline.chars().filter(mark -> mark == '\u00d7').count());
        String readme = Files.readString(Path.of("README.md")).replace("\r\n", "\n");
        assertTrue(readme.contains("\n" + sparkline + "\n"), sparkline);
        List<String> others = new ArrayList<>(lines);
        others.remove(row + 1);
        assertEquals(plain, others);
        assertEquals(
                plain,
                TextReport.of("ping", IcmpAnalyzer.analyze(capture), screen)
                        .lines()
                        .toList());
    }

    /** Thirty requests to a host that is not there, of which none was answered. */
    @Test
    void aPingWithoutAnyAnswerHasASparklineToo() throws IOException {
        IcmpReport report = IcmpAnalyzer.analyze(
                Lab.capture("ping4-dead.pcap"), AnalysisOptions.defaults().withSeries(2_000));
        String text = TextReport.of("ping", report, new Screen(Palette.PLAIN, 44));
        assertTrue(text.contains("\n    " + "\u00d7".repeat(30) + "  \u00d7 lost\n"), text);
    }

    @Test
    void aScanThatFindsNobodyIsExplainedOnce() throws IOException {
        HandMade capture = HandMade.pcap();
        for (int host = 1; host <= 9; host++) {
            capture.frame(host, HandMade.HOST_UNREACHABLE.replace("c6336409", "c633640" + host));
        }
        String text = TextReport.of("scan", report(capture.bytes()));
        assertEquals(
                1, text.lines().filter(line -> line.contains("cannot reach")).count(), text);
    }

    @Test
    void aCaptureWithoutIcmpIsShort() throws IOException {
        assertEquals(
                """
                ICMP in arp.pcap
                  No ICMP packets found in this capture.

                Capture
                  format       pcap, little-endian, 82 bytes
                  time         2023-11-14T22:13:20Z to 2023-11-14T22:13:20Z (0.000 s)
                  frames       1, with 0 ICMP messages
                  interface    ETHERNET, at most 65,535 bytes a frame
                """,
                TextReport.of(
                        "arp.pcap",
                        report(HandMade.pcap().frame(0, HandMade.ARP).bytes())));
    }

    @Test
    void aCaptureWithoutFramesIsNotBlamedForTheirTimes() throws IOException {
        String text = TextReport.of("none.pcap", report(HandMade.pcap().bytes()));
        assertTrue(text.contains("\n  time         -\n  frames       0, with 0 ICMP messages\n"), text);
    }

    @Test
    void findingsStandBetweenTheSummaryAndTheTables() throws IOException {
        String text = TextReport.of("ping.pcap", report(HandMade.ping()));
        assertTrue(text.contains("There are 2 findings, all of severity info.\n\nFindings\n  INFO  "), text);
        assertTrue(text.indexOf("\nFindings\n") < text.indexOf("\nCapture\n"), text);
    }

    @Test
    void fragmentsThatMakeNoMessageMayBeFoundAllTheSame() throws IOException {
        String text = TextReport.of(
                "death.pcap",
                report(HandMade.pcap().frame(0, HandMade.OVERSIZED_FRAGMENT).bytes()));
        assertTrue(text.contains("No ICMP packets found in this capture.\n\nFindings\n  CRITICAL  "), text);
        assertTrue(text.contains("[PING-OF-DEATH, "), text);
    }

    @Test
    void damageIsToldAtTheEnd() throws IOException {
        byte[] whole = HandMade.ping();
        String text = TextReport.of("cut.pcap", report(Arrays.copyOf(whole, whole.length - 1)));
        String warnings = text.substring(text.indexOf("\nWarnings\n"));
        assertTrue(warnings.contains("byte 308"), text);
    }

    /** Trap 36. */
    @Test
    void textFromTheCaptureCannotSteerTheTerminal() throws IOException {
        IcmpReport report = report(HandMade.ping());
        CaptureFacts facts = report.capture();
        String hostile = "\u001b]0;owned\u0007\nPing sessions\u202e";
        CaptureInterface named = new CaptureInterface(0, hostile, "ETHERNET", 0, hostile, 1L, 2L);
        CaptureFacts changed = new CaptureFacts(
                facts.format(),
                facts.byteOrder(),
                false,
                facts.sizeBytes(),
                Listing.whole(List.of(named)),
                facts.firstTime(),
                facts.lastTime(),
                0,
                0,
                List.of(),
                List.of(),
                Listing.whole(Collections.nCopies(5, hostile)),
                Listing.whole(List.of()));
        String text = TextReport.of(hostile, report.withCapture(changed));
        assertTrue(text.lines().noneMatch(line -> line.chars().anyMatch(Character::isISOControl)), text);
        assertFalse(text.contains("\u202e"), text);
        assertTrue(text.contains("comment      \"\\u{1b}]0;owned\\u{7}\\u{a}Ping sessions\\u{202e}\"\n"), text);
        assertTrue(text.contains("... and 2 more"), text);
    }

    private static IcmpReport report(byte[] capture) throws IOException {
        return IcmpAnalyzer.analyze(ByteBuffer.wrap(capture), AnalysisOptions.defaults());
    }
}
