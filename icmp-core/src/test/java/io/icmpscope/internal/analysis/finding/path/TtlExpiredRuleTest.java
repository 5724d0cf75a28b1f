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

class TtlExpiredRuleTest {

    private static final String ID = "TTL-EXPIRED";

    private static byte[] expired(int times) {
        PingScene scene = new PingScene();
        for (int i = 0; i < times; i++) {
            scene.at(i * 100, error4(ROUTER, 11, 0, udp4("192.0.2.1", "198.51.100.9", 6_881)));
        }
        return scene.bytes();
    }

    @Test
    void tenPacketsThatRanOutOfHopsAreFound() throws IOException {
        assertEquals(Severity.LOW, Judged.of(expired(10)).only(ID).severity());
    }

    @Test
    void nineAreNot() throws IOException {
        assertEquals(0, Judged.of(expired(9)).of(ID).size());
    }

    /** Trap 31. */
    @Test
    void traceroutesAndCirclesAreNot() throws IOException {
        assertEquals(0, Judged.lab("mtr4").of(ID).size());
        assertEquals(0, Judged.lab("loop4").of(ID).size());
    }
}
