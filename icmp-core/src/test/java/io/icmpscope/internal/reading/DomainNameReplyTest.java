package io.icmpscope.internal.reading;

import static io.icmpscope.internal.reading.Said.by4;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.message.DomainNameReply;
import io.icmpscope.report.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Domain name replies of RFC 1788 section 3. */
class DomainNameReplyTest {

    private static final String HEADER = "2600 0000 1234 0003 ffffffff";

    private static DomainNameReply names(String... names) {
        return new DomainNameReply(0x1234, 3, -1, List.of(names));
    }

    @Test
    void everyNameOfTheHost() {
        Said said = by4(HEADER, "03777777 076578616d706c65 00", "0161 00");
        assertEquals(names("www.example.", "a."), said.message());
        assertEquals(List.of(), said.problems());
    }

    @Test
    void aHostWithoutNamesSaysSoWithNone() {
        assertEquals(names(), by4(HEADER).message());
    }

    @Test
    void theTimeToLiveIsSigned() {
        assertEquals(
                86_400, ((DomainNameReply) by4("2600 0000 0000 0000 00015180").message()).ttlSeconds());
        assertEquals(-1, ((DomainNameReply) by4(HEADER).message()).ttlSeconds());
    }

    @Test
    void bytesThatAreNoPrintableTextAreEscaped() {
        assertEquals(
                names("a\\.b\\\\\\007\\255\\032."),
                by4(HEADER, "07 612e625c07ff20 00").message());
    }

    @Test
    void theLastPrintableByteIsATilde() {
        assertEquals(names("!~\\127."), by4(HEADER, "03 217e7f 00").message());
    }

    @Test
    void aLabelThatIsTooLongAndANameThatIsAreToldApart() {
        Said label = by4(HEADER, "0161 40");
        assertEquals(
                List.of(new Problem(
                        "domain-name-reply",
                        Said.FRAME_BYTES_BEFORE + 14,
                        63,
                        64,
                        "a label is too long, or compressed")),
                label.problems());
        Said name = by4(HEADER, ("3f" + "61".repeat(63)).repeat(4), "00");
        assertEquals(
                List.of(new Problem("domain-name-reply", Said.FRAME_BYTES_BEFORE + 12, 255, 256, "a name is too long")),
                name.problems());
        Said cut = by4(HEADER, "0361");
        assertEquals(
                List.of(new Problem("domain-name-reply", Said.FRAME_BYTES_BEFORE + 12, 5, 2, "it ends too early")),
                cut.problems());
    }

    @Test
    void theRootIsADot() {
        assertEquals(names("."), by4(HEADER, "00").message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "0161", "056162", "c00c", "40", "ff00"})
    void whatIsNoNameIsAProblemAndEndsTheList(String end) {
        Said said = by4(HEADER, "0161 00", end);
        assertEquals(names("a."), said.message());
        assertEquals(1, said.problems().size());
    }

    @Test
    void aNameHasAtMost255Bytes() {
        String label = "3f" + "61".repeat(63);
        assertEquals(
                List.of(),
                by4(HEADER, label.repeat(3), "3d" + "61".repeat(61), "00").problems());
        assertEquals(names(), by4(HEADER, label.repeat(4), "00").message());
        assertEquals(1, by4(HEADER, label.repeat(4), "00").problems().size());
    }
}
