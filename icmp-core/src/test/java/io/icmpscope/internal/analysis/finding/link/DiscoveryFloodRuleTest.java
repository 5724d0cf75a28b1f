package io.icmpscope.internal.analysis.finding.link;

import static io.icmpscope.internal.analysis.finding.link.LinkFrames.A;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.B;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.MAC_A;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.asks;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscoveryFloodRuleTest {

    private static Judged inASecond(int count) throws IOException {
        LinkFrames link = new LinkFrames();
        for (int i = 0; i < count; i++) {
            link.at(i * 0.9 / count, MAC_A, A, "ff02::1:ff00:b", asks(B));
        }
        return link.judged();
    }

    @Test
    void fiftyInASecondAreLow() throws IOException {
        assertEquals(Severity.LOW, inASecond(50).only("ND-FLOOD").severity());
    }

    @Test
    void fortyNineAreNone() throws IOException {
        assertEquals(List.of(), inASecond(49).of("ND-FLOOD"));
    }

    @Test
    void moreAreGraver() throws IOException {
        assertEquals(Severity.MEDIUM, inASecond(200).only("ND-FLOOD").severity());
        assertEquals(Severity.HIGH, inASecond(1000).only("ND-FLOOD").severity());
    }

    @Test
    void aClassroomThatIsSwitchedOnIsOnlyInformation() throws IOException {
        Finding found = classroom(10).only("ND-FLOOD");
        assertEquals(Severity.INFO, found.severity());
        assertEquals(List.of(), classroom(9).of("ND-FLOOD"));
    }

    /** So many hosts that ask for a router one minute after another one did. */
    private static Judged classroom(int hosts) throws IOException {
        LinkFrames link = new LinkFrames().at(0, MAC_A, A, "ff02::1:ff00:1", asks("fe80::1"));
        for (int i = 0; i < hosts; i++) {
            String mac = "02:00:00:00:00:%02x".formatted(i);
            link.at(61 + i * 0.5, mac, "fe80::1:%x".formatted(i), "ff02::1:ff00:1", asks("fe80::1"));
        }
        return link.judged();
    }
}
