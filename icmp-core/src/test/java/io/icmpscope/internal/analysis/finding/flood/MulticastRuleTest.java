package io.icmpscope.internal.analysis.finding.flood;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.Trace;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MulticastRuleTest {

    private static final String ID = "MULTICAST-DESTINATION";
    private static final String GROUP = "239.1.2.3";

    @Test
    void aPingToAGroupIsTold() throws IOException {
        Finding ping = new Scene()
                .rate(1, 3, Ping.between("192.0.2.1", GROUP)::request)
                .judged()
                .only(ID);
        assertEquals(Severity.INFO, ping.severity());
        assertEquals(3, ping.evidence().count());
    }

    @Test
    void noHostMayAnswerAGroup() throws IOException {
        Finding reply = new Scene()
                .now(Ping.between(GROUP, "192.0.2.1").reply(1))
                .judged()
                .only(ID);
        assertEquals(Severity.LOW, reply.severity());
        assertEquals("192.0.2.1", reply.evidence().addresses().entries().get(0).toString());
    }

    @Test
    void norSendItErrors() throws IOException {
        byte[] probe = Trace.between(GROUP, "192.0.2.1").udp(64, 9);
        Finding error =
                new Scene().now(Trace.error("192.0.2.1", 3, 3, probe)).judged().only(ID);
        assertEquals(Severity.LOW, error.severity());
    }

    @Test
    void whatDiscoversNeighboursIsNotMeant() throws IOException {
        assertEquals(0, Judged.lab("nd6").of(ID).size());
        assertEquals(0, Judged.lab("mld6").of(ID).size());
    }
}
