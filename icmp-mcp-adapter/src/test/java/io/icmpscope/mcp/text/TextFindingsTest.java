package io.icmpscope.mcp.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.mcp.FoundByHand;
import io.icmpscope.mcp.Lab;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.Listing;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextFindingsTest {

    @Test
    void aFindingSaysHowGraveAndSureItIsAndHowToCheckIt() {
        assertEquals("""
                Findings
                  HIGH  30 % of a ping was lost  [LOSS, medium confidence]
                      12 of 40 requests got no answer.
                      May be harmless: A host may limit its answers.
                      Next: Capture at the other end.
                      Seen: 2023-11-14T22:13:20Z to 2023-11-14T22:13:31Z
                      Filter: icmp.type == 8 && icmp.ident in {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20}
                      Frames: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ...
                """, text(Listing.whole(List.of(FoundByHand.loss(Severity.HIGH)))));
    }

    @Test
    void whatIsGoodToKnowOnlyNeedsNoAdvice() {
        String text = text(Listing.whole(List.of(FoundByHand.loss("1 of 40", Severity.INFO, 1))));
        assertTrue(text.startsWith("Findings\n  INFO  1 of 40  [LOSS, medium confidence]\n"), text);
        assertFalse(text.contains("May be harmless") || text.contains("Next"), text);
        assertTrue(text.contains("Seen: 2023-11-14T22:13:20Z\n"), text);
        assertTrue(text.endsWith("Frames: 1\n"), text);
    }

    @Test
    void theTwelveGravestAreShownAndTheOthersCounted() {
        List<Finding> many = Collections.nCopies(15, FoundByHand.loss(Severity.LOW));
        String text = text(new Listing<>(many, 5));
        assertEquals(12, text.lines().filter(line -> line.startsWith("  LOW  ")).count(), text);
        assertTrue(text.endsWith("\n  ... and 8 more\n"), text);
        assertFalse(text(Listing.whole(many.subList(0, 12))).contains("more"));
    }

    @Test
    void withoutFindingsThereIsNoTitle() {
        assertEquals("", text(Listing.whole(List.of())));
    }

    @Test
    void aFilterOfARecordedCaptureCanBeCopiedAsItStands() throws IOException {
        Listing<Finding> findings =
                IcmpAnalyzer.analyze(Lab.capture("headers6-cases.pcap")).findings();
        String text = text(findings);
        findings.entries()
                .forEach(finding -> assertTrue(text.contains("      Filter: " + finding.displayFilter() + "\n"), text));
    }

    private static String text(Listing<Finding> findings) {
        TextPage page = new TextPage();
        TextFindings.write(page, findings);
        return page.toString();
    }
}
