package io.icmpscope.mcp.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.icmpscope.report.ChecksumStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JsonValuesTest {
    @Test
    void millisecondsAreExactToTheNanosecondAndNeverHaveAnExponent() {
        assertEquals("0.000001", JsonValues.millis(Duration.ofNanos(1)).toString());
        assertEquals("0.045", JsonValues.millis(Duration.ofNanos(45_000)).toString());
        assertEquals("1.5", JsonValues.millis(Duration.ofNanos(1_500_000)).toString());
        assertEquals("100", JsonValues.millis(Duration.ofMillis(100)).toString());
        assertEquals("0", JsonValues.millis(Duration.ZERO).toString());
        assertEquals("86400000", JsonValues.millis(Duration.ofDays(1)).toString());
    }

    @Test
    void secondsAreExactToTheNanosecond() {
        assertEquals(
                "11.000000001", JsonValues.seconds(Duration.ofSeconds(11, 1)).toString());
        assertEquals("20", JsonValues.seconds(Duration.ofSeconds(20)).toString());
    }

    @Test
    void timesHaveNineDigitsOfTheSecondAlways() {
        assertEquals("2023-11-14T22:13:20.000000000Z", JsonValues.time(Instant.ofEpochSecond(1_700_000_000)));
        assertEquals("2023-11-14T22:13:20.000001500Z", JsonValues.time(Instant.ofEpochSecond(1_700_000_000, 1_500)));
        assertEquals("1969-12-31T23:59:59.999999999Z", JsonValues.time(Instant.ofEpochSecond(0, -1)));
    }

    @Test
    void sharesHaveSixDigitsAsPingPrintsThem() {
        assertEquals("33.3333", JsonValues.percent(100.0 / 3).toString());
        assertEquals("6.66667", JsonValues.percent(100.0 / 15).toString());
        assertEquals("100", JsonValues.percent(100.0).toString());
        assertEquals("0", JsonValues.percent(0.0).toString());
        assertEquals("0.0000001", JsonValues.percent(1e-7).toPlainString());
    }

    @Test
    void whatDoesNotExistIsNull() {
        assertNull(JsonValues.time(null));
        assertNull(JsonValues.millis(null));
        assertNull(JsonValues.seconds(null));
        assertNull(JsonValues.percent(null));
        assertNull(JsonValues.address(null));
    }

    @Test
    void constantsAreWordsInLowerCase() {
        assertEquals("unverified", JsonValues.word(ChecksumStatus.UNVERIFIED));
    }
}
