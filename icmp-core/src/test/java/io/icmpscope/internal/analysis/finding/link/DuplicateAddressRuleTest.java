package io.icmpscope.internal.analysis.finding.link;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.A;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.ALL;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.B;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.MAC_A;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.MAC_B;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.NOBODY;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.asks;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.has;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.targetIs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Judged;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DuplicateAddressRuleTest {

    private static final String WANTED = "2001:db8::%x";

    /** Checks of so many addresses, which somebody claims. */
    private static LinkFrames denied(int addresses, int same) {
        LinkFrames link = new LinkFrames();
        for (int i = 0; i < addresses; i++) {
            String wanted = WANTED.formatted(i / same + 1);
            link.at(5 * i, MAC_A, NOBODY, "ff02::1:ff00:1", asks(wanted))
                    .at(5 * i + 0.01, MAC_B, wanted, ALL, has(wanted, "20", targetIs(MAC_B)));
        }
        return link.at(100, MAC_A, A, B, asks(B));
    }

    @Test
    void anAddressThatAnotherNodeHasIsMedium() throws IOException {
        Finding found = Judged.lab("nd6").only("DAD-CONFLICT");
        assertEquals(Severity.MEDIUM, found.severity());
        assertEquals(
                "2001:db8:1::2", found.evidence().addresses().entries().get(0).toString());
    }

    @Test
    void oneThatIsWantedAgainAndAgainIsHigh() throws IOException {
        Judged judged = denied(3, 3).judged();
        assertEquals(Severity.HIGH, judged.only("DAD-CONFLICT").severity());
        assertEquals(List.of(), judged.of("DAD-DENIAL"));
    }

    @Test
    void twoDeniedAddressesAreTwoConflicts() throws IOException {
        Judged judged = denied(2, 1).judged();
        assertEquals(2, judged.of("DAD-CONFLICT").size());
        assertEquals(List.of(), judged.of("DAD-DENIAL"));
    }

    @Test
    void threeDeniedAddressesAreADenial() throws IOException {
        Judged judged = denied(3, 1).judged();
        assertEquals(Severity.HIGH, judged.only("DAD-DENIAL").severity());
        assertEquals(6, judged.only("DAD-DENIAL").evidence().count());
        assertEquals(List.of(), judged.of("DAD-CONFLICT"));
    }

    @Test
    void aCopyOfAHostDeniesOneIdentifierInAllPrefixes() throws IOException {
        LinkFrames link = new LinkFrames();
        for (int i = 0; i < 4; i++) {
            String wanted = "2001:db8:%x::7".formatted(i);
            link.at(5 * i, MAC_A, NOBODY, "ff02::1:ff00:7", asks(wanted))
                    .at(5 * i + 0.01, MAC_B, wanted, ALL, has(wanted, "20", targetIs(MAC_B)));
        }
        Judged judged = link.at(100, MAC_A, A, B, asks(B)).judged();
        assertEquals(List.of(), judged.of("DAD-DENIAL"));
        assertEquals(4, judged.of("DAD-CONFLICT").size());
    }

    @Test
    void denialsFromEverNewLinkLayerAddressesAreOneDenial() throws IOException {
        LinkFrames link = new LinkFrames();
        for (int i = 1; i <= 3; i++) {
            String wanted = WANTED.formatted(i);
            String mac = "02:00:00:00:00:0" + i;
            link.at(5 * i, MAC_A, NOBODY, "ff02::1:ff00:1", asks(wanted))
                    .at(5 * i + 0.01, mac, wanted, ALL, has(wanted, "20", targetIs(mac)));
        }
        assertEquals(3, link.judged().only("DAD-DENIAL").evidence().measured().value());
    }

    @Test
    void aQuestionThatComesBackIsNone() throws IOException {
        byte[] question = asks("2001:db8::7", hex("0e 01 010203040506"));
        Judged judged = new LinkFrames()
                .at(0, MAC_A, NOBODY, "ff02::1:ff00:7", question)
                .at(0.1, MAC_B, NOBODY, "ff02::1:ff00:7", question)
                .at(100, MAC_A, A, B, asks(B))
                .judged();
        assertFalse(judged.ids().contains("DAD-CONFLICT") || judged.ids().contains("DAD-DENIAL"));
    }

    @Test
    void whoAnnouncesTheAddressesThatItFoundFreeIsNone() throws IOException {
        LinkFrames link = new LinkFrames();
        for (int i = 1; i <= 5; i++) {
            String wanted = WANTED.formatted(i);
            link.at(5 * i, MAC_A, NOBODY, "ff02::1:ff00:1", asks(wanted))
                    .at(5 * i + 0.9, MAC_A, wanted, ALL, has(wanted, "20", targetIs(MAC_A)));
        }
        assertEquals(Set.of(), link.judged().ids());
    }

    @Test
    void bothNodesThatWantAnAddressAreNamed() throws IOException {
        Finding found = new LinkFrames()
                .at(0, MAC_A, NOBODY, "ff02::1:ff00:7", asks("2001:db8::7"))
                .at(0.2, MAC_B, NOBODY, "ff02::1:ff00:7", asks("2001:db8::7"))
                .at(100, MAC_A, A, B, asks(B))
                .judged()
                .only("DAD-CONFLICT");
        assertTrue(found.summary().contains(MAC_A + ", " + MAC_B), found.summary());
        assertEquals(2, found.evidence().count());
        assertEquals(List.of(1L, 2L), found.evidence().frames());
    }
}
