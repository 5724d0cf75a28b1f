package io.icmpscope.internal.analysis.finding.path;

import static io.icmpscope.internal.analysis.finding.path.Errors.ROUTER;
import static io.icmpscope.internal.analysis.finding.path.Errors.ROUTER6;
import static io.icmpscope.internal.analysis.finding.path.Errors.error4;
import static io.icmpscope.internal.analysis.finding.path.Errors.error6;
import static io.icmpscope.internal.analysis.finding.path.Errors.udp4;
import static io.icmpscope.internal.analysis.finding.path.Errors.udp6;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Judged;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ParameterProblemRuleTest {

    private static final String ID = "PARAMETER-PROBLEM";

    @Test
    void theFieldIsNamed() throws IOException {
        byte[] quoted = udp4("192.0.2.1", "198.51.100.9", 443);
        Finding found = Judged.of(new PingScene()
                        .at(0, error4(ROUTER, 12, 0, 0x08000000, quoted))
                        .bytes())
                .only(ID);
        assertEquals(Severity.LOW, found.severity());
        assertTrue(found.summary().contains("time to live"), found.summary());
    }

    @Test
    void complaintsOfOneReporterAreOneFinding() throws IOException {
        byte[] quoted = udp6("2001:db8:1::1", "2001:db8:2::2", 100);
        PingScene scene =
                new PingScene().at(0, error6(ROUTER6, 4, 1, 6, quoted)).at(5, error6(ROUTER6, 4, 2, 40, quoted));
        Finding found = Judged.of(scene.bytes()).only(ID);
        assertEquals(2, found.evidence().count());
        assertTrue(found.summary().contains("an unknown next header"), found.summary());
    }

    @Test
    void fewerThanTheCallerWantsAreNone() throws IOException {
        byte[] quoted = udp4("192.0.2.1", "198.51.100.9", 443);
        byte[] capture =
                new PingScene().at(0, error4(ROUTER, 12, 0, 0x08000000, quoted)).bytes();
        AnalysisOptions two = AnalysisOptions.defaults().withThreshold("PARAMETER-PROBLEM.low", 2);
        assertEquals(0, Judged.of(capture, two).of(ID).size());
    }

    @Test
    void otherErrorsAreNone() throws IOException {
        assertEquals(0, Judged.lab("refused6").of(ID).size());
    }
}
