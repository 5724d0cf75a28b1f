package io.icmpscope.internal.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.icmpscope.message.ParameterProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pointer points at: RFC 792 page 8, RFC 4443 section 3.4. */
class ParameterProblemTest {

    /** Header length 6 words, so one option. */
    private static final String QUOTE_4 = "46000024 00000000 40110000 c0000201 c6336407 94040000 8235829b00100000";

    /** Hop-by-hop options, a routing header of 24 bytes, TCP. */
    private static final String QUOTE_6 = "60000000 0028 00 40" + "20010db8000000000000000000000001"
            + "20010db8000000000000000000000002" + "2b00050200000100"
            + "0602030000000000 20010db8000000000000000000000003" + "c000005000000001";

    private static ParameterProblem problem4(int code, int pointer) {
        return (ParameterProblem) Said.by4("0c%02x 0000 %02x000000".formatted(code, pointer), QUOTE_4)
                .message();
    }

    private static ParameterProblem problem6(String pointer, String quote) {
        return (ParameterProblem) Said.by6("0400 0000", pointer, quote).message();
    }

    @ParameterizedTest
    @CsvSource({
        "0, version and header length",
        "1, type of service",
        "2, total length",
        "3, total length",
        "4, identification",
        "6, flags and fragment offset",
        "8, time to live",
        "9, protocol",
        "10, header checksum",
        "12, source address",
        "16, destination address",
        "19, destination address",
        "20, option",
        "23, option",
        "24, payload",
        "255, payload"
    })
    void thePointerOfIcmpv4IsOneByteIntoTheQuotedHeader(int pointer, String field) {
        assertEquals(pointer, problem4(0, pointer).pointer());
        assertEquals(field, problem4(0, pointer).pointedField());
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void onlyCodeZeroOfIcmpv4GivesThePointerAMeaning(int code) {
        assertEquals(8, problem4(code, 8).pointer());
        assertNull(problem4(code, 8).pointedField());
    }

    @ParameterizedTest
    @CsvSource({
        "00000000, 'version, traffic class and flow label'", "00000004, payload length", "00000006, next header",
        "00000007, hop limit", "00000008, source address", "00000018, destination address",
        "00000028, hop-by-hop options header", "0000002f, hop-by-hop options header", "00000030, routing header",
        "00000047, routing header", "00000048, payload", "ffffffff, payload"
    })
    void thePointerOfIcmpv6IsFourBytesAndNamesTheHeaderOfTheChain(String pointer, String field) {
        assertEquals(field, problem6(pointer, QUOTE_6).pointedField());
        assertEquals(Long.parseLong(pointer, 16), problem6(pointer, QUOTE_6).pointer());
    }

    @Test
    void aPointerBeyondAQuoteThatEndsWithinTheChainNamesNothing() {
        assertNull(
                problem6("00000048", QUOTE_6.replace(" ", "").substring(0, 98)).pointedField());
    }

    @Test
    void aPointerIntoNothingNamesNothing() {
        assertNull(problem6("00000000", "").pointedField());
        assertNull(problem6("00000000", "70").pointedField());
    }
}
