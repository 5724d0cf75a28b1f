package io.icmpscope.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the stamps of RFC 792 page 16 mean. */
class TimestampTest {

    @ParameterizedTest
    @CsvSource({
        "0, true, true",
        "86399999, true, true",
        "86400000, true, false",
        "2147483647, true, false",
        "2147483648, false, false",
        "4294967295, false, false",
    })
    void aStampIsATimeOfDayWhenItsTopBitIsClearAndItIsBelowADay(long stamp, boolean standard, boolean timeOfDay) {
        assertEquals(standard, Timestamp.isStandard(stamp));
        assertEquals(timeOfDay, Timestamp.isTimeOfDay(stamp));
    }

    /** 0x00933e02 read the other way round is 0x023e9300 = 37,655,296, and 0x02932e00 is 43,200,000, noon. */
    @ParameterizedTest
    @CsvSource({
        "0x00933e02, 37655296, true",
        "0x00933e02, 37650296, true",
        "0x00933e02, 37650295, false",
        "0x02932e00, 43200000, false", // right as it is
        "0x002e9302, 43203000, true", // within five seconds
        "0x00000000, 0, false",
        "0xff5b2605, 2000, true", // 86,399,999 backwards, two seconds before midnight
        "0xffffffff, 0, false",
    })
    void aStampIsProbablyLittleEndianWhenOnlyBackwardsItIsNearTheCapture(
            String stamp, long capturedMillis, boolean expected) {
        assertEquals(expected, Timestamp.isProbablyLittleEndian(Long.decode(stamp), capturedMillis));
    }
}
