package io.icmpscope.internal.analysis.payload;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.internal.analysis.payload.DataRulesTest.holds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What those are told who judge the data of an echo that no known program sends. */
class DataLookTest {

    /** The pings of these are of second 1. Big-endian seconds and microseconds stand before one that begins with a time. */
    @ParameterizedTest
    @CsvSource({
        "70696e67, true, false",
        "5353482d322e30, true, false",
        "6553f100 0000d431, false, true",
        "6553f100 0000d431 5353482d322e30, false, true",
        "000000000000, false, false",
        "'', false, false"
    })
    void dataIsUnknownOrBeginsWithATimeOrIsOfAKnownKind(String data, boolean unknown, boolean timeFirst)
            throws Exception {
        assertEquals(unknown, holds(hex(data), DataLook::isUnknown));
        assertEquals(timeFirst, holds(hex(data), DataLook::isTimeFirst));
    }

    @Test
    void whoeverAsksNextIsToldOfTheSameData() throws Exception {
        assertTrue(holds(hex("70696e67"), echo -> !DataLook.isTimeFirst(echo) && DataLook.isUnknown(echo)));
    }

    @ParameterizedTest
    @CsvSource({
        "ffff 0a0b0c0d, 2, true",
        "ffff 0a0b0c0d, 1, false",
        "ffff 0a0b0c0d, 3, false", // three are too few
        "ffff 0a0b0c0c, 2, false",
        "ffff fdfeff0001, 2, true", // comes round
        "0a0b0c0d, 0, true",
        "ffff, 2, false",
        "ffff, 3, false",
        "'', 0, false"
    })
    void dataCountsBehindItsFirstBytesWhenFourAtLeastDo(String data, int bytes, boolean counts) throws Exception {
        assertEquals(counts, holds(hex(data), echo -> DataLook.countsBehind(echo, bytes)));
    }
}
