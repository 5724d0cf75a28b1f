package io.icmpscope.internal.analysis.finding.link;

import static io.icmpscope.internal.analysis.finding.link.LinkFrames.A;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.ALL;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.B;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.MAC_A;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.MAC_B;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.NOBODY;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.listens;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.query;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenerAbuseRuleTest {

    private static LinkFrames reports(int count, double apart) {
        LinkFrames link = new LinkFrames().hopLimit(1);
        for (int i = 0; i < count; i++) {
            link.listener(i * apart, MAC_A, A, "ff02::fb", listens("ff02::fb"));
        }
        return link;
    }

    @Test
    void aHundredReportsOfOneNodeInASecondAreMedium() throws IOException {
        Finding found = reports(100, 0.009).judged().only("MLD-ABUSE");
        assertEquals(Severity.MEDIUM, found.severity());
        assertEquals(100, found.evidence().measured().value());
    }

    @Test
    void ninetyNineAreNone() throws IOException {
        assertEquals(List.of(), reports(99, 0.009).judged().of("MLD-ABUSE"));
    }

    @Test
    void moreThanAThousandGroupsAreLow() throws IOException {
        assertEquals(List.of(), groups(1000, "ff0e::%x").of("MLD-ABUSE"));
        assertEquals(Severity.LOW, groups(1001, "ff0e::%x").only("MLD-ABUSE").severity());
    }

    @Test
    void theGroupsOfSingleAddressesDoNotCount() throws IOException {
        assertEquals(List.of(), groups(1001, "ff02::1:ff00:%x").of("MLD-ABUSE"));
    }

    private static Judged groups(int count, String group) throws IOException {
        LinkFrames link = new LinkFrames().hopLimit(1);
        for (int i = 1; i <= count; i++) {
            link.listener(i * 0.1, MAC_A, A, group.formatted(i), listens(group.formatted(i)));
        }
        return link.judged();
    }

    @Test
    void aQuerierOfALowerAddressIsOnlyInformation() throws IOException {
        Judged judged = new LinkFrames()
                .hopLimit(1)
                .listener(0, MAC_B, B, ALL, query(10_000, NOBODY))
                .listener(9, MAC_A, A, ALL, query(10_000, NOBODY))
                .judged();
        assertEquals(Severity.INFO, judged.only("MLD-ABUSE").severity());
        assertEquals(List.of(2L), judged.only("MLD-ABUSE").evidence().frames());
    }

    @Test
    void aQuerierOfAHigherAddressIsNone() throws IOException {
        assertEquals(
                List.of(),
                new LinkFrames()
                        .hopLimit(1)
                        .listener(0, MAC_A, A, ALL, query(10_000, NOBODY))
                        .listener(9, MAC_B, B, ALL, query(10_000, NOBODY))
                        .judged()
                        .of("MLD-ABUSE"));
    }

    @Test
    void aGeneralQueryThatWantsAllAnswersAtOnceIsLow() throws IOException {
        assertEquals(
                Severity.LOW,
                new LinkFrames()
                        .hopLimit(1)
                        .listener(0, MAC_A, A, ALL, query(0, NOBODY))
                        .judged()
                        .only("MLD-ABUSE")
                        .severity());
    }

    @Test
    void aMessageThatCameFromElsewhereIsLow() throws IOException {
        assertEquals(
                Severity.LOW,
                new LinkFrames()
                        .hopLimit(64)
                        .listener(0, MAC_A, A, "ff02::fb", listens("ff02::fb"))
                        .judged()
                        .only("MLD-ABUSE")
                        .severity());
    }

    @Test
    void aReportOfWhoHasNoAddressYetIsNone() throws IOException {
        assertEquals(
                List.of(),
                new LinkFrames()
                        .hopLimit(1)
                        .listener(0, MAC_A, NOBODY, "ff02::fb", listens("ff02::fb"))
                        .judged()
                        .of("MLD-ABUSE"));
    }

    @Test
    void genuineListenersAreNone() throws IOException {
        assertEquals(List.of(), Judged.lab("mld6").of("MLD-ABUSE"));
    }

    @Test
    void aReportOfManyGroupsIsOneReport() throws IOException {
        assertEquals(84, Judged.lab("flood-mld26").only("MLD-ABUSE").evidence().count());
    }
}
