package io.icmpscope.internal.analysis.finding.tunnel;

import static io.icmpscope.internal.analysis.finding.tunnel.EchoScene.random;
import static io.icmpscope.internal.analysis.finding.tunnel.EchoScene.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Judged;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class ExfiltrationRuleTest {

    private static final IntFunction<byte[]> LINES =
            i -> text("root:x:" + i + ":0:root:/root:/bin/bash\n".repeat(10 + i % 4));

    @Test
    void aFileThatLeavesInPingsWithoutAnswersIsFound() throws IOException {
        Finding file = new EchoScene().pings(60, LINES, i -> null).only("EXFILTRATION");
        assertEquals(Severity.MEDIUM, file.severity());
        assertEquals(Confidence.LOW, file.confidence()); // nobody is answered in this capture
        assertEquals(60, file.evidence().count());
        assertTrue(file.summary().contains("60 echo requests"), file::summary);
    }

    @Test
    void soItIsWhenTheAnswersAreEmpty() throws IOException {
        Finding file = new EchoScene().pings(60, LINES, i -> new byte[0]).only("EXFILTRATION");
        assertEquals(Confidence.MEDIUM, file.confidence());
    }

    @Test
    void aRecordedFileThatHpingSendsIsFound() throws IOException {
        Finding file = Judged.lab("exfil4").only("EXFILTRATION");
        assertEquals(30, file.evidence().count());
        assertEquals(15_000, file.evidence().measured().value());
        assertEquals(List.of(), Judged.lab("ping4-dead").of("EXFILTRATION")); // as much, with the data of a ping
    }

    @Test
    void aFewRequestsOrALittleDataAreNot() throws IOException {
        assertEquals(
                List.of(),
                new EchoScene().pings(19, i -> random(i, 600 + i), i -> null).found("EXFILTRATION"));
        assertEquals(
                1,
                new EchoScene()
                        .pings(20, i -> random(i, 600 + 5 * i % 7), i -> null)
                        .found("EXFILTRATION")
                        .size());
        assertEquals(
                List.of(),
                new EchoScene()
                        .pings(60, i -> random(i, 100 + i % 7), i -> null)
                        .found("EXFILTRATION"));
    }

    @Test
    void dataThatComesBackIsNot() throws IOException {
        assertEquals(List.of(), new EchoScene().pings(60, LINES, LINES).found("EXFILTRATION"));
    }

    @Test
    void theSameDataAgainAndAgainIsNot() throws IOException {
        assertEquals(
                List.of(),
                new EchoScene().pings(60, i -> random(1, 600), i -> null).found("EXFILTRATION"));
    }

    @Test
    void whatMayBeAProbeWithRandomDataIsUncertain() throws IOException {
        Finding probe =
                new EchoScene().pings(60, i -> random(i, 600), i -> null).only("EXFILTRATION");
        assertEquals(Severity.MEDIUM, probe.severity());
        assertEquals(Confidence.LOW, probe.confidence());
    }

    @Test
    void aTunnelIsToldAsATunnelAlone() throws IOException {
        EchoScene tunnel = new EchoScene().pings(60, LINES, i -> i == 7 ? text("go on") : null);
        for (int i = 0; i < 30; i++) {
            tunnel.reply(900 + i, EchoScene.packet(i, 60 + i));
        }
        assertEquals(1, tunnel.found("TUNNEL").size());
        assertEquals(List.of(), tunnel.found("EXFILTRATION"));
    }
}
