package io.icmpscope.internal.analysis.finding.path;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Pcap;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
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

    @Test
    void threeMessagesOfWhichTheRestIsMissingAreFoundAndTwoAreNot() throws IOException {
        Finding found = firstFragments(3).only(ID);
        assertEquals(Severity.LOW, found.severity());
        assertEquals(Confidence.LOW, found.confidence());
        assertEquals(List.of(1L, 2L, 3L), found.evidence().frames());
        assertEquals(
                List.of("10.0.0.2", "10.0.0.1"),
                found.evidence().addresses().entries().stream()
                        .map(IpAddress::toString)
                        .toList());
        assertEquals(List.of(), firstFragments(2).of(ID));
    }

    /** First fragments of echo requests of so many identifications, from 10.0.0.1 to 10.0.0.2. */
    private static Judged firstFragments(int count) throws IOException {
        Pcap capture = Pcap.bigEndian().network(101);
        for (int i = 0; i < count; i++) {
            byte[] ip = hex(String.format("45 00 005c %04x 2000 40 01 0000 0a000001 0a000002", 256 + i));
            capture.record(i, 0, join(ip, hex("08 00 0000 0001 0001"), zeros(64)));
        }
        return Judged.of(capture.bytes());
    }
}
