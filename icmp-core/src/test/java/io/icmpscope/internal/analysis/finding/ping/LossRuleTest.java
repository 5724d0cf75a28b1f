package io.icmpscope.internal.analysis.finding.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LossRuleTest {

    @Test
    void aPingWithLossIsFound() throws IOException {
        assertEquals("LOSS", Judged.lab("ping4-loss").only("LOSS").id());
    }

    @Test
    void aCleanPingIsNot() throws IOException {
        assertEquals(0, Judged.lab("ping4-clean").of("LOSS").size());
    }
}
