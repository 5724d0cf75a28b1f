package io.icmpscope.internal.analysis.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.FindingKinds;
import io.icmpscope.Judged;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final IpAddress A = IpAddress.v4(1);
    private static final IpAddress B = IpAddress.v4(2);
    private static final IpAddress C = IpAddress.v4(3);

    private static Finding finding(String id, List<IpAddress> about) {
        FindingKind kind = new FindingKind(id, Category.NETWORK, "it was seen", List.of(), List.of());
        return FindingBuilder.of(kind, Severity.LOW, Confidence.HIGH)
                .says("it was seen", "It was seen.")
                .measured("messages", 1, 1)
                .about(about)
                .check("nothing", "nothing", "icmp")
                .build();
    }

    private static boolean isTold(Finding finding, Finding beside) {
        return Explanation.unexplained(List.of(finding, beside)).contains(finding);
    }

    @Test
    void aLossBetweenTheEndsOfATunnelIsExplained() {
        Finding loss = finding("LOSS", List.of(B, A));
        assertFalse(isTold(loss, finding("TUNNEL", List.of(A, B))));
        assertTrue(isTold(loss, finding("TUNNEL", List.of(A, C))), "it is another pair");
        assertTrue(isTold(loss, finding("RATE-LIMITED", List.of(A, B))), "that explains nothing");
    }

    @Test
    void aSweepExplainsTheLossOfHostsThatItCannotName() {
        List<IpAddress> swept = new ArrayList<>(List.of(A));
        for (int host = 100; host < 120; host++) {
            swept.add(IpAddress.v4(host));
        }
        assertFalse(isTold(finding("LOSS", List.of(IpAddress.v4(119), A)), finding("SWEEP", swept)));
        assertTrue(isTold(finding("LOSS", List.of(IpAddress.v4(119), B)), finding("SWEEP", swept)));
    }

    @Test
    void everyRowIsAboutFindingsThatThereAre() {
        Set<String> ids = new TreeSet<>();
        for (Explanation row : Explanation.ALL) {
            ids.add(row.by());
            ids.addAll(row.explained());
            assertFalse(row.explained().contains(row.by()));
        }
        FindingKinds.all().forEach(kind -> ids.remove(kind.id()));
        assertEquals(Set.of(), ids);
    }

    @Test
    void ofARecordedTunnelNoLossIsTold() throws IOException {
        Judged tunnel = Judged.lab("tunnel4-hans");
        tunnel.only("TUNNEL-KNOWN");
        assertEquals(List.of(), tunnel.of("LOSS"));
        assertEquals(List.of(), tunnel.of("DUPLICATES"));
    }

    @Test
    void ofALoopOnlyTheLoopIsTold() throws IOException {
        Judged loop = Judged.lab("loop4-inside");
        assertFalse(loop.of("ROUTING-LOOP").isEmpty());
        assertEquals(List.of(), loop.of("LOSS"));
    }
}
