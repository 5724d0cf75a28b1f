package io.icmpscope.internal.analysis.finding.link;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.A;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.ALL;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.B;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.MAC_A;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.asks;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.dns;
import static io.icmpscope.internal.analysis.finding.link.LinkFrames.routes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MalformedAdvertisementRuleTest {

    private static Judged with(byte[] option) throws IOException {
        return new LinkFrames().at(0, MAC_A, A, ALL, routes("00", 1800, option)).judged();
    }

    @Test
    void dnsServersInAnOptionOfEvenLengthAreCritical() throws IOException {
        byte[] even = join(hex("19 04 0000 00000258"), new byte[24]);
        Judged judged = with(even);
        assertEquals(Severity.CRITICAL, judged.only("RA-MALFORMED").severity());
        assertEquals(List.of(1L), judged.only("RA-MALFORMED").evidence().frames());
        assertEquals(List.of(), judged.of("ND-INVALID"));
    }

    @Test
    void dnsServersInAnOptionOfTwoUnitsAreCriticalToo() throws IOException {
        assertEquals(
                Severity.CRITICAL,
                with(hex("19 02 0000 00000258 0000000000000000"))
                        .only("RA-MALFORMED")
                        .severity());
    }

    @Test
    void dnsServersInAnOptionOfOddLengthAreNone() throws IOException {
        assertEquals(Set.of(), with(dns("2001:db8::53")).ids());
    }

    @Test
    void aSearchDomainThatIsLongerThanItsOptionIsHigh() throws IOException {
        assertEquals(
                Severity.HIGH,
                with(hex("1f 02 0000 00000258 3f 61616161616161"))
                        .only("RA-MALFORMED")
                        .severity());
    }

    @Test
    void anOptionOfLengthZeroIsHigh() throws IOException {
        assertEquals(
                Severity.HIGH,
                with(hex("05 00 0000 00000000")).only("RA-MALFORMED").severity());
    }

    @Test
    void theSameInASolicitationIsOnlyInvalid() throws IOException {
        Judged judged = new LinkFrames()
                .at(0, MAC_A, A, "ff02::1:ff00:b", asks(B, hex("05 00 0000 00000000")))
                .judged();
        assertEquals(Set.of("ND-INVALID"), judged.ids());
    }
}
