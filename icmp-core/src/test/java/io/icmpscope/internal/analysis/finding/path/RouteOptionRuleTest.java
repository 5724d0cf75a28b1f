package io.icmpscope.internal.analysis.finding.path;

import static io.icmpscope.handmade.Bytes.hex;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RouteOptionRuleTest {

    /** An echo request with twelve bytes of options. */
    private static Judged with(String options) throws IOException {
        byte[] packet = hex("48000028 00010000 40010000 c0000201 c0000202", options, "0800f7fd 00010001 00000000");
        return Judged.of(new PingScene().at(0, packet).bytes());
    }

    @Test
    void aPingThatRecordsItsRouteIsMentioned() throws IOException {
        Finding found = Judged.lab("ping4-record-route").only("RECORD-ROUTE");
        assertEquals(Severity.INFO, found.severity());
        assertEquals(6, found.evidence().count());
        assertEquals("10.0.1.1", found.evidence().addresses().entries().get(0).toString());
    }

    @Test
    void aPacketThatChoosesItsRouteIsGraver() throws IOException {
        assertEquals(
                Severity.MEDIUM,
                with("830b04 0a000001 0a000002 00").only("SOURCE-ROUTE").severity());
        assertEquals(
                Severity.MEDIUM,
                with("01 890b04 0a000001 0a000002").only("SOURCE-ROUTE").severity());
    }

    @Test
    void otherOptionsAreNone() throws IOException {
        for (String options : new String[] {
            "94040000 00000000 00000000", // router alert
            "440c0500 00000000 00000000", // timestamps
            "00 830b04 0a000001 0a000002", // behind the end of the options
            "52 00 830b04 0a000001 0a0000" // of no length, so that nothing behind it can be found
        }) {
            Judged judged = with(options);
            assertEquals(0, judged.of("SOURCE-ROUTE").size(), options);
            assertEquals(0, judged.of("RECORD-ROUTE").size(), options);
        }
    }

    @Test
    void aPingWithoutOptionsIsNone() throws IOException {
        assertEquals(0, Judged.lab("ping4-clean").of("RECORD-ROUTE").size());
    }
}
