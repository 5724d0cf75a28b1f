package io.icmpscope.internal.analysis.finding.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What real programs did to a real link, or to nobody: the recordings of src/lab/scenes-link.sh. */
class RecordedLinksTest {

    /** The kinds of findings about links, each with its gravest severity. */
    private static Map<String, Severity> found(String scene) throws IOException {
        Map<String, Severity> gravest = new TreeMap<>();
        LinkFrames.ofLinks(Judged.lab(scene))
                .findings()
                .forEach(finding -> gravest.putIfAbsent(finding.id(), finding.severity()));
        return gravest;
    }

    @Test
    void aRouterThatClaimsToBeBetter() throws IOException {
        assertEquals(Map.of("RA-ROGUE", Severity.HIGH), found("rogue6"));
        assertEquals(Map.of("RA-ROGUE", Severity.HIGH), found("rogue6-26"));
    }

    @Test
    void aRouterThatAnotherOneEnds() throws IOException {
        assertEquals(Map.of("RA-EXPIRY", Severity.HIGH), found("kill-router6"));
    }

    @Test
    void aRouterThatEndsItself() throws IOException {
        assertEquals(Map.of("RA-EXPIRY", Severity.INFO), found("router-ends6"));
    }

    @Test
    void floodsOfRouters() throws IOException {
        assertEquals(Map.of("RA-FLOOD", Severity.HIGH), found("flood-router6"));
        assertEquals(Map.of("RA-FLOOD", Severity.HIGH), found("flood-router26"));
    }

    @Test
    void floodsOfNeighbors() throws IOException {
        assertEquals(Map.of("ND-FLOOD", Severity.MEDIUM), found("flood-solicit6"));
        assertEquals(Map.of("ND-FLOOD", Severity.MEDIUM), found("flood-rs6"));
        assertEquals(Map.of("ND-FLOOD", Severity.MEDIUM), found("flood-advertise6"));
    }

    @Test
    void floodsOfListeners() throws IOException {
        assertEquals(Map.of("MLD-ABUSE", Severity.MEDIUM), found("flood-mld6"));
        assertEquals(Map.of("MLD-ABUSE", Severity.LOW), found("flood-mld26"));
    }

    @Test
    void whoAnswersForAll() throws IOException {
        assertEquals(Map.of("ND-SPOOF", Severity.HIGH), found("parasite6"));
    }

    /** In the second no message of discovery names the link-layer address of the owner, so nothing contradicts. */
    @Test
    void whoAnnouncesTheAddressOfAnother() throws IOException {
        assertEquals(Map.of("ND-SPOOF", Severity.MEDIUM), found("advertise6"));
        assertEquals(Map.of("ND-SPOOF", Severity.LOW), found("advertise6-known"));
    }

    @Test
    void whoDeniesEachCheck() throws IOException {
        assertEquals(Map.of("DAD-DENIAL", Severity.HIGH), found("dad6-denied"));
    }

    @Test
    void twoWhoWantOneAddress() throws IOException {
        assertEquals(Map.of("DAD-CONFLICT", Severity.MEDIUM), found("dad6-conflict"));
    }

    @Test
    void scans() throws IOException {
        assertEquals(Map.of("ND-SCAN", Severity.MEDIUM), found("scan6-nmap"));
        assertEquals(Map.of("ND-SCAN", Severity.MEDIUM), found("scan6-fping"));
    }

    @Test
    void dnsServersInAnOptionOfEvenLength() throws IOException {
        assertEquals(Map.of("RA-MALFORMED", Severity.CRITICAL), found("rdnss6-even"));
    }

    @Test
    void aHostThatStartsOrPingsAllAndAProxyAreNone() throws IOException {
        for (String scene : Set.of("slaac6", "proxy6", "scan6-alive", "vrrp6-vmac")) {
            assertEquals(Map.of(), found(scene), scene);
        }
    }

    /** Trap 33. */
    @Test
    void aFailoverIsOnlyInformation() throws IOException {
        assertEquals(Map.of("ND-SPOOF", Severity.INFO), found("vrrp6"));
    }
}
