package io.icmpscope.internal.analysis.finding.path;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReassemblyTimeoutRuleTest {

    private static final String ID = "REASSEMBLY-TIMEOUT";

    @Test
    void aHostThatWaitedInVainForFragmentsIsFound() throws IOException {
        Finding found = Judged.lab("fragments4-loss-near").only(ID);
        assertEquals(Severity.LOW, found.severity());
        assertEquals("10.0.2.2", found.evidence().addresses().entries().get(0).toString());
        assertEquals(1, Judged.lab("fragments6-loss-far").of(ID).size());
    }

    @Test
    void packetsThatRanOutOfHopsAreNone() throws IOException {
        assertEquals(0, Judged.lab("loop4").of(ID).size());
        assertEquals(0, Judged.lab("loop6").of(ID).size());
    }

    @Test
    void fragmentsThatAllArriveAreNone() throws IOException {
        assertEquals(0, Judged.lab("ping4-fragmented").of(ID).size());
    }
}
