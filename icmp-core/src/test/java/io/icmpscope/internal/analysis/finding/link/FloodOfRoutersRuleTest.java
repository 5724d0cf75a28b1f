package io.icmpscope.internal.analysis.finding.link;

import static io.icmpscope.internal.analysis.finding.link.LinkFrames.A;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.ALL;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.MAC_A;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.prefix;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.routes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FloodOfRoutersRuleTest {

    private static Judged senders(int count, double apart) throws IOException {
        LinkFrames link = new LinkFrames();
        for (int i = 0; i < count; i++) {
            link.at(
                    i * apart,
                    "02:00:00:00:00:%02x".formatted(i),
                    "fe80::%x".formatted(i + 1),
                    ALL,
                    routes("00", 1800));
        }
        return link.judged();
    }

    @Test
    void tenSendersWithinTenSecondsAreAFlood() throws IOException {
        Judged judged = senders(10, 1);
        assertEquals(Severity.HIGH, judged.only("RA-FLOOD").severity());
        assertEquals(List.of(), judged.of("RA-ROGUE"));
    }

    @Test
    void nineAreNone() throws IOException {
        assertEquals(List.of(), senders(9, 1).of("RA-FLOOD"));
    }

    @Test
    void tenThatTakeLongerAreNone() throws IOException {
        assertEquals(List.of(), senders(10, 1.2).of("RA-FLOOD"));
    }

    @Test
    void fiftyAdvertisementsInASecondAreAFlood() throws IOException {
        assertEquals(List.of(), ofOne(49).of("RA-FLOOD"));
        Finding found = ofOne(50).only("RA-FLOOD");
        assertEquals(50, found.evidence().measured().value());
        assertEquals(10, found.evidence().frames().size());
    }

    private static Judged ofOne(int count) throws IOException {
        LinkFrames link = new LinkFrames();
        for (int i = 0; i < count; i++) {
            link.at(i * 0.01, MAC_A, A, ALL, routes("00", 1800));
        }
        return link.judged();
    }

    @Test
    void tenPrefixesWithinTenSecondsAreAFlood() throws IOException {
        LinkFrames link = new LinkFrames();
        for (int i = 0; i < 10; i++) {
            link.at(i, MAC_A, A, ALL, routes("00", 1800, prefix("2001:db8:%x::".formatted(i), 3600)));
        }
        assertEquals(
                "advertisements_prefixes_in_10_s",
                link.judged().only("RA-FLOOD").evidence().measured().metric());
    }
}
