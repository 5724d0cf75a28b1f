package io.icmpscope.internal.analysis.finding.path;

import static io.icmpscope.internal.analysis.finding.path.Errors.ROUTER;
import static io.icmpscope.internal.analysis.finding.path.Errors.error4;
import static io.icmpscope.internal.analysis.finding.path.Errors.udp4;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SourceQuenchRuleTest {

    private static final String ID = "SOURCE-QUENCH";

    private static Judged quenched(int times) throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < times; i++) {
            scene.at(i * 100, error4(ROUTER, 4, 0, udp4("192.0.2.1", "198.51.100." + i, 80)));
        }
        return Judged.of(scene.bytes());
    }

    @Test
    void oneIsEnoughBecauseNobodySendsThemAnyMore() throws IOException {
        assertEquals(Severity.LOW, quenched(1).only(ID).severity());
        assertEquals(Severity.LOW, quenched(9).only(ID).severity());
    }

    @Test
    void tenOfOneSenderAreMore() throws IOException {
        assertEquals(Severity.MEDIUM, quenched(10).only(ID).severity());
    }

    @Test
    void unreachablesAreNone() throws IOException {
        assertEquals(0, Judged.lab("refused4").of(ID).size());
    }
}
