package io.icmpscope.internal.analysis.echo;

import static io.icmpscope.handmade.Bytes.hex;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.EchoReport;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.QueryKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other questions than echo are paired in the same way: RFC 792, 950, 4620 and 8335. */
class QueriesTest {

    private static final String V4 = "45 00 %s 0001 0000 40 01 0000 ";
    private static final String ASK4 = "c0000201 c0000202";
    private static final String ANSWER4 = "c0000202 c0000201";
    private static final String V6 = "60000000 %s 3a 40 ";
    private static final String ONE = "20010db8 00000000 00000000 00000001";
    private static final String TWO = "20010db8 00000000 00000000 00000002";

    @ParameterizedTest
    @CsvSource({
        "TIMESTAMP, 0028, 0d, 0e, 00000001 00000000 00000000",
        "INFORMATION, 001c, 0f, 10, ''",
        "ADDRESS_MASK, 0020, 11, 12, 00000000",
        "EXTENDED_ECHO, 001c, 2a, 2b, ''",
    })
    void aQuestionOfIcmpAndItsAnswer(QueryKind kind, String length, String ask, String answer, String rest)
            throws Exception {
        EchoReport echo = new PingScene()
                .at(0, hex(V4.formatted(length), ASK4, ask, "00 0000 0007 0100", rest))
                .at(3, hex(V4.formatted(length), ANSWER4, answer, "00 0000 0007 0100", rest))
                .at(1000, hex(V4.formatted(length), ASK4, ask, "00 0000 0007 0200", rest))
                .end()
                .report()
                .echo();
        assertPaired(kind, 7, echo);
    }

    @ParameterizedTest
    @CsvSource({
        "EXTENDED_ECHO, 0008, a0, a1, 0007 0100, 0007 0200, 7",
        "NODE_INFORMATION, 0010, 8b, 8c, 00020000 0123456789abcdef, 00020000 fedcba9876543210, 0",
    })
    void aQuestionOfIcmpv6AndItsAnswer(
            QueryKind kind, String length, String ask, String answer, String first, String second, int identifier)
            throws Exception {
        EchoReport echo = new PingScene()
                .at(0, hex(V6.formatted(length), ONE, TWO, ask, "00 0000", first))
                .at(3, hex(V6.formatted(length), TWO, ONE, answer, "00 0000", first))
                .at(1000, hex(V6.formatted(length), ONE, TWO, ask, "00 0000", second))
                .end()
                .report()
                .echo();
        assertPaired(kind, identifier, echo);
    }

    private static void assertPaired(QueryKind kind, int identifier, EchoReport echo) {
        assertEquals(0, echo.sent(), "no echo");
        assertEquals(0, echo.sessions().total());
        assertEquals(1, echo.queries().total());
        EchoSession session = echo.queries().entries().get(0);
        assertEquals(kind, session.kind());
        assertEquals(identifier, session.identifier());
        assertEquals(2, session.sent());
        assertEquals(1, session.received());
        assertEquals(1, session.lost());
        assertEquals(Duration.ofMillis(3), session.rtt().avg());
    }

    @Test
    void aQuestionThatWasCutBeforeItsNumberIsNotPaired() throws Exception {
        EchoReport echo = new PingScene()
                .at(0, hex(V4.formatted("001a"), ASK4, "0d 00 0000 0007"))
                .end()
                .report()
                .echo();
        assertEquals(0, echo.queries().total());
    }

    /** An error about a question ends the waiting for its answer; one about an answer ends nothing. */
    @ParameterizedTest
    @CsvSource({
        "TIMESTAMP, 0d, 0e, 00000001 00000000 00000000",
        "INFORMATION, 0f, 10, 00000000 00000000 00000000",
        "ADDRESS_MASK, 11, 12, 00000000 00000000 00000000",
        "EXTENDED_ECHO, 2a, 2b, 00000000 00000000 00000000",
    })
    void anErrorAboutAQuestionOfIcmp(QueryKind kind, String ask, String answer, String rest) throws Exception {
        String error = V4.formatted("0044") + "c0000263 c0000201 0301 0000 00000000 " + V4.formatted("0028") + ASK4;
        for (int refused = 0; refused < 2; refused++) {
            EchoReport echo = new PingScene()
                    .at(0, hex(V4.formatted("0028"), ASK4, ask, "00 0000 0007 0100", rest))
                    .at(3, hex(error, refused == 1 ? ask : answer, "00 0000 0007 0100", rest))
                    .end()
                    .report()
                    .echo();
            EchoSession session = echo.queries().entries().get(0);
            assertEquals(kind, session.kind());
            assertEquals(1, session.sent());
            assertEquals(refused, session.errors());
        }
    }

    /** RFC 4620: the nonce tells which answer is whose, in whatever part two of them are different. */
    @ParameterizedTest
    @CsvSource({"0001000000000000", "0000000100000000", "0000000000010000", "0000000000000001"})
    void noncesAreToldApartByAnyPart(String part) throws Exception {
        String other = part.replace('1', '2');
        EchoReport echo = new PingScene()
                .at(0, hex(V6.formatted("0010"), ONE, TWO, "8b00 0000 00020000", part))
                .at(10, hex(V6.formatted("0010"), ONE, TWO, "8b00 0000 00020000", other))
                .at(15, hex(V6.formatted("0010"), TWO, ONE, "8c00 0000 00020000", part))
                .end()
                .report()
                .echo();
        EchoSession session = echo.queries().entries().get(0);
        assertEquals(2, session.sent());
        assertEquals(1, session.lost());
        assertEquals(0, session.retransmissions());
        assertEquals(Duration.ofMillis(15), session.rtt().avg());
    }

    /** An answer to another question than echo has what was asked for, and not what was sent. */
    @Test
    void anAnswerWithOtherDataIsNoneThatWasChanged() throws Exception {
        EchoSession session = new PingScene()
                .at(0, hex(V4.formatted("0028"), ASK4, "0d 00 0000 0007 0100 00000001 00000000 00000000"))
                .at(3, hex(V4.formatted("0028"), ANSWER4, "0e 00 0000 0007 0100 00000001 00000002 00000003"))
                .report()
                .echo()
                .queries()
                .entries()
                .get(0);
        assertEquals(1, session.received());
        assertEquals(0, session.payloadMismatches());
    }
}
