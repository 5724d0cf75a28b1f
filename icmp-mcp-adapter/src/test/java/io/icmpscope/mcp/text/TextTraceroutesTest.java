package io.icmpscope.mcp.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.mcp.Lab;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traceroutes read as those who run them are used to. */
class TextTraceroutesTest {

    /** The marks and addresses as traceroute printed them; the times are taken from the capture. */
    @Test
    void eachTracerouteIsABlock() throws IOException {
        assertEquals(
                """
                Traceroutes
                  10.0.1.1 to 10.0.2.99 by UDP: refused on the way, 2 hops
                    hop  address   loss %  sent  rtt ms
                      1  10.0.1.2       0     1  T
                      2  10.0.1.2       0     1  T  !H
                  10.0.1.1 to 198.51.100.1 by UDP: refused on the way, 1 hop
                    hop  address   loss %  sent  rtt ms
                      1  10.0.1.2       0     1  T  !N
                  10.0.1.1 to 10.0.77.1 by UDP: refused on the way, 1 hop
                    hop  address   loss %  sent  rtt ms
                      1  10.0.1.2       0     1  T  !X
                  10.0.1.1 to 10.0.2.2 by UDP: reached, 2 hops
                    hop  address   loss %  sent  rtt ms
                      1  10.0.1.2       0     1  T
                      2  10.0.2.2       0     1  T
                """,
                text("unreachable4")
                        .replaceAll("(?<![\\d.])\\d+\\.\\d{3}(?![\\d.])( +(?=!))?", "T  ")
                        .replaceAll(" +\n", "\n"));
    }

    @Test
    void aHopOfManyProbesHasTheColumnsOfMtr() throws IOException {
        String text = text("mtr4-loss");
        assertTrue(text.contains("hop  address   loss %  sent  avg ms   best   worst  stdev\n"), text);
        assertTrue(text.contains("      2  10.0.2.2      20    20  "), text);
        assertTrue(text.contains("      3  *            100    20       -      -       -      -\n"), text);
    }

    @ParameterizedTest
    @CsvSource({
        "traceroute4-udp, 'reached, 4 hops'",
        "traceroute4-firewall, no answer from the last 6 hops",
        "loop4, goes round in a circle",
    })
    void theHeadingSaysHowItEnds(String scene, String end) throws IOException {
        assertTrue(text(scene).lines().skip(1).findFirst().orElseThrow().endsWith(": " + end));
    }

    @Test
    void noTraceroutesAreNoSection() throws IOException {
        assertFalse(report("ping4-clean").contains("Traceroutes"));
    }

    private static String text(String scene) throws IOException {
        String report = report(scene);
        int from = report.indexOf("Traceroutes\n");
        return report.substring(from, report.indexOf("\n\n", from) + 1);
    }

    private static String report(String scene) throws IOException {
        return TextReport.of(scene, IcmpAnalyzer.analyze(Lab.capture(scene + ".pcap")));
    }
}
