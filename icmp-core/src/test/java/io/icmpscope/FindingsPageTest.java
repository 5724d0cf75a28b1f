package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The catalogue of findings, and the page about it. */
class FindingsPageTest {

    private static final Path PAGE = Path.of("FINDINGS.md");

    /** With {@code -Dicmpscope.write=true} the page is written first. */
    @Test
    void thePageSaysWhatTheCodeSays() throws IOException {
        String text = FindingsPage.text();
        if (Boolean.getBoolean("icmpscope.write")) {
            Files.writeString(PAGE, text);
        }
        assertEquals(text, Files.readString(PAGE));
    }

    @Test
    void noFindingAndNoThresholdIsThereTwice() {
        Set<String> names = new HashSet<>();
        for (FindingKind kind : FindingKinds.all()) {
            assertTrue(names.add(kind.id()), kind::id);
            for (Threshold threshold : kind.thresholds()) {
                assertTrue(names.add(threshold.name()), threshold::name);
                assertTrue(threshold.name().startsWith(kind.id() + "."), threshold::name);
            }
        }
    }

    @Test
    void everyReferenceHasAFormThatCanBeLookedUp() {
        for (FindingKind kind : FindingKinds.all()) {
            for (String reference : kind.references()) {
                assertTrue(
                        reference.matches("RFC \\d+( (section|appendix) [\\dA-Z.]+)?|CVE-\\d{4}-\\d{4,}"
                                + "|MITRE ATT&CK T\\d{4}(\\.\\d{3})?"),
                        () -> kind.id() + ": " + reference);
            }
        }
    }

    @Test
    void whatIsJudgedIsThereToBeFound() throws IOException {
        Set<String> judged = new TreeSet<>(Firing.verdicts().keySet());
        Firing.expected().forEach(firing -> judged.add(firing.id()));
        FindingKinds.all().forEach(kind -> judged.remove(kind.id()));
        assertEquals(Set.of(), judged);
    }

    /** No finding of medium severity or more may be wrong on a real capture. */
    @Test
    void noGraveFiringIsJudgedWrong() throws IOException {
        List<Firing> wrong = Firing.expected().stream()
                .filter(firing -> firing.severity().compareTo(Severity.MEDIUM) >= 0)
                .filter(firing ->
                        !firing.verdict().equals("right") || firing.why().isEmpty())
                .toList();
        assertEquals(List.of(), wrong);
    }
}
