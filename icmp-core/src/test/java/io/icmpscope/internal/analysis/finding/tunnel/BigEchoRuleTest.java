package io.icmpscope.internal.analysis.finding.tunnel;

import static io.icmpscope.handmade.Bytes.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.Lab;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BigEchoRuleTest {

    @Test
    void moreThanAnEthernetFrameHoldsIsWorthANote() throws IOException {
        Finding big =
                new EchoScene().pings(3, i -> zeros(1_473), i -> zeros(1_473)).only("BIG-ICMP");
        assertEquals(Severity.INFO, big.severity());
        assertEquals(6, big.evidence().count());
        assertEquals(1_473, big.evidence().measured().value());
    }

    @Test
    void whatFitsIsNot() throws IOException {
        EchoScene full = new EchoScene().pings(3, i -> zeros(1_472), i -> zeros(1_472));
        assertEquals(List.of(), full.found("BIG-ICMP"));
    }

    @Test
    void aLargePingInFragmentsIsNot() throws IOException {
        assertEquals(List.of(), Judged.lab("ping6-fragmented").of("BIG-ICMP"));
        AnalysisOptions few = AnalysisOptions.defaults().withThreshold("BIG-ICMP.joined", 1_500);
        assertEquals(
                1,
                Judged.of(Lab.capture("ping6-fragmented"), few).of("BIG-ICMP").size());
    }
}
