package io.icmpscope.internal.analysis.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** Numbers in sentences; the JDK's formatter tells what they should look like. */
class SayTest {

    @Property(tries = 2_000)
    void numbersHaveOneDecimalRoundedHalfUp(@ForAll @DoubleRange(min = -1e12, max = 1e12) double number) {
        assertEquals(byFormatter(number), Say.number(number));
    }

    @Test
    void halvesAndWholesAndTheEdgesOfGroupsAreSaidAsTheFormatterDoes() {
        for (double number : new double[] {
            0, 0.04, 0.05, 0.15, 0.25, 0.95, 1, 12.5, 99.95, 999.94, 999.95, 1_000, 99_999.96, 1e6, -0.5, -1_234.56
        }) {
            assertEquals(byFormatter(number), Say.number(number));
        }
    }

    @Test
    void countsHaveTheirThousandsApart() {
        for (long number : new long[] {0, 9, 999, 1_000, 123_456, 1_234_567, -1, -999, -123_456, Long.MAX_VALUE}) {
            assertEquals(String.format(Locale.ROOT, "%,d", number), Say.count(number));
        }
    }

    @Test
    void noShareButAllIsAHundred() {
        assertEquals("99.9 %", Say.percent(99.99));
        assertEquals("100 %", Say.percent(100));
        assertEquals("less than 0.1 %", Say.percent(0.01));
        assertEquals("0 %", Say.percent(0));
    }

    private static String byFormatter(double number) {
        String text = String.format(Locale.ROOT, "%,.1f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
