package io.icmpscope.mcp.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void millisecondsAreCutToThreePlacesAsPingDoes() {
        assertEquals("0.045", Figures.millis(Duration.ofNanos(45_999)));
        assertEquals("1000.000", Figures.millis(Duration.ofSeconds(1)));
        assertEquals("0.000", Figures.millis(Duration.ZERO));
    }

    @Test
    void whatLastsHoursIsNotToldInSeconds() {
        assertEquals("3599.999 s", Figures.seconds(Duration.ofMillis(3_599_999)));
        assertEquals("1 h 0 min", Figures.seconds(Duration.ofSeconds(3_600)));
        assertEquals("3 d 6 h 14 min", Figures.seconds(Duration.ofMillis(281_688_117)));
        assertEquals("-1.500 s", Figures.seconds(Duration.ofMillis(-1_500)));
    }

    @Test
    void thousandsStandApartWhateverTheLocale() {
        assertEquals("1,234,567", Figures.count(1_234_567));
        assertEquals("999", Figures.count(999));
        assertEquals("1,000", Figures.count(1_000));
        assertEquals("123,456", Figures.count(123_456));
        assertEquals("0.0 MB", Figures.megabytes(49_999));
        assertEquals("0.1 MB", Figures.megabytes(50_000));
        assertEquals("1,234.6 MB", Figures.megabytes(1_234_550_000));
    }

    @Test
    void oneIsNotMany() {
        assertEquals("1 packet", Figures.count(1, "packet"));
        assertEquals("0 packets", Figures.count(0, "packet"));
        assertEquals("2 addresses", Figures.count(2, "address", "addresses"));
    }

    @Test
    void aShareThatDoesNotExistIsADash() {
        assertEquals("-", Figures.percent(null));
        assertEquals("33.3333", Figures.percent(100.0 / 3));
    }
}
