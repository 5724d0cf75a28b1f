package io.icmpscope.mcp.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.mcp.FoundByHand;
import io.icmpscope.mcp.Lab;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Listing;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteTest {
    @Test
    void coloursChangeNoWord() throws IOException {
        IcmpReport report = IcmpAnalyzer.analyze(Lab.capture("ping4-loss.pcap"));
        String coloured = TextReport.of("ping", report, new Screen(Palette.ANSI, 0));
        assertTrue(coloured.contains("\u001b[1mPing sessions\u001b[0m\n"), coloured);
        assertTrue(coloured.contains("  \u001b[33mMEDIUM\u001b[0m  21.3 %"), coloured);
        assertEquals(TextReport.of("ping", report), coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
    }

    @Test
    void whatIsGraverStandsOutMore() {
        assertEquals("\u001b[1;31mCRITICAL\u001b[0m", severity(Severity.CRITICAL));
        assertEquals("\u001b[31mHIGH\u001b[0m", severity(Severity.HIGH));
        assertEquals("\u001b[33mMEDIUM\u001b[0m", severity(Severity.MEDIUM));
        assertEquals("\u001b[36mLOW\u001b[0m", severity(Severity.LOW));
        assertEquals("INFO", severity(Severity.INFO));
    }

    private static String severity(Severity severity) {
        TextPage page = new TextPage(new Screen(Palette.ANSI, 0));
        TextFindings.write(page, Listing.whole(List.of(FoundByHand.loss(severity))));
        String line = page.toString().lines().skip(1).findFirst().orElseThrow();
        return line.substring(2, line.indexOf("  30 %"));
    }
}
