package io.icmpscope.mcp.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.mcp.HandMade;
import io.icmpscope.report.AnalysisOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** When messages came, as lines of text. */
class TextRateTest {

    private static final int SECOND = 1_000_000; // microseconds

    @Test
    void theBusiestTimeIsThatWithTheFullMark() throws IOException {
        HandMade capture = HandMade.pcap().frame(0, HandMade.REQUEST_1);
        for (int i = 0; i < 7; i++) {
            capture.frame(2 * SECOND + i, HandMade.REQUEST_1);
        }
        capture.frame(4 * SECOND, HandMade.REQUEST_1);
        assertEquals("..#_.  (1 second a mark, # most)", graph(capture.frame(SECOND, HandMade.REQUEST_1)));
    }

    @Test
    void aLongCaptureHasFewMarksOfManySeconds() throws IOException {
        HandMade capture = HandMade.pcap();
        for (int minute = 0; minute < 30; minute++) {
            capture.frame(minute * 60 * SECOND, HandMade.REQUEST_1);
        }
        assertEquals("#_".repeat(29) + "#  (30 seconds a mark, # most)", graph(capture));
    }

    @Test
    void twoMarksAreNoPicture() throws IOException {
        assertFalse(text(HandMade.pcap().frame(0, HandMade.REQUEST_1).frame(SECOND, HandMade.REQUEST_1))
                .contains("over time"));
    }

    private static String graph(HandMade capture) throws IOException {
        String text = text(capture);
        int at = text.indexOf("over time") + "over time    ".length();
        return text.substring(at, text.indexOf('\n', at));
    }

    private static String text(HandMade capture) throws IOException {
        TextPage page = new TextPage();
        TextRate.write(page, IcmpAnalyzer.analyze(ByteBuffer.wrap(capture.bytes()), AnalysisOptions.defaults()));
        return page.toString();
    }
}
