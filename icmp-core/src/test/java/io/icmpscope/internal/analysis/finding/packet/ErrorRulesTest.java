package io.icmpscope.internal.analysis.finding.packet;

import static io.icmpscope.handmade.Bytes.cut;
import static io.icmpscope.handmade.Bytes.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Trace;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** QUOTE-BAD and ERROR-ABOUT-ERROR. */
class ErrorRulesTest {

    private static final String HOST = "10.0.0.1";
    private static final String OTHER = "10.0.0.2";
    private static final String ROUTER = "10.0.0.3";
    private static final byte[] PROBE = Trace.between(HOST, OTHER).udp(1, 33_434);

    /** An error from the router to the host. */
    private static byte[] error(byte[] quote) {
        return Wrapped.ip4(ROUTER, HOST, Wrapped.message(3, 1, quote));
    }

    private static byte[] error6(int type, int code, String destination) {
        byte[] quote = Wrapped.ip6("2001:4f8::1", destination, 17, zeros(8));
        return Wrapped.icmp6("2001:4f8::3", "2001:4f8::1", type, code, quote);
    }

    @Test
    void anErrorAsItShouldBeIsNoNews() throws IOException {
        assertEquals(
                Set.of(), Wrapped.packets(error(PROBE), error(cut(PROBE, 28))).ids());
        assertEquals(Set.of(), Wrapped.packets(error6(1, 0, "2001:4f8::2")).ids());
    }

    @Test
    void aQuoteThatIsMissingOrTooShortIsFound() throws IOException {
        assertTrue(Wrapped.packets(error(zeros(0))).only("QUOTE-BAD").title().endsWith("quote no packet"));
        Finding shorter = Wrapped.packets(error(cut(PROBE, 27))).only("QUOTE-BAD");
        assertEquals(Severity.LOW, shorter.severity());
        assertTrue(shorter.title().contains("less than"), shorter::title);
        assertEquals(
                1,
                Judged.corpus("ba08245d21_icmp6-destunreach-no-context.pcap")
                        .of("QUOTE-BAD")
                        .size());
    }

    @Test
    void aDatagramThatWasShorterIsQuotedAsAWhole() throws IOException {
        assertEquals(
                Set.of(),
                Wrapped.packets(error(Wrapped.ip4(HOST, OTHER, 17, 0, zeros(4))))
                        .ids());
    }

    @Test
    void aQuoteOfTheOtherVersionIsFound() throws IOException {
        byte[] quote = Wrapped.ip6("2001:4f8::1", "2001:4f8::2", 17, zeros(8));
        assertTrue(Wrapped.packets(error(quote)).only("QUOTE-BAD").title().contains("another version"));
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "3, 1"})
    void quotesOfWhatTheReceiverDidNotSendAreFoundWhenThereAreSome(int errors, int findings) throws IOException {
        byte[][] packets = new byte[errors][];
        for (int i = 0; i < errors; i++) {
            packets[i] = error(Trace.between("192.168.0.1", OTHER).udp(1, 33_434 + i));
        }
        List<Finding> found = Wrapped.packets(packets).of("QUOTE-BAD");
        assertEquals(findings, found.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 11})
    void anErrorAboutAnErrorIsFound(int type) throws IOException {
        byte[] about = Wrapped.ip4(HOST, OTHER, Wrapped.message(type, 0, PROBE));
        Finding found = Wrapped.packets(error(about)).only("ERROR-ABOUT-ERROR");
        assertEquals(Severity.MEDIUM, found.severity());
        assertEquals(ROUTER, found.evidence().addresses().entries().get(0).toString());
    }

    @Test
    void anErrorAboutAPingIsOrdinary() throws IOException {
        assertEquals(
                Set.of(),
                Wrapped.packets(error(Wrapped.ip4(HOST, OTHER, Wrapped.message(8, 0, zeros(8)))))
                        .ids());
    }

    @ParameterizedTest
    @CsvSource({"224.0.0.5, 1", "255.255.255.255, 1", "223.255.255.255, 0"})
    void anErrorAboutAGroupOrAllIsFound(String destination, int findings) throws IOException {
        byte[] about = Wrapped.ip4(HOST, destination, 17, 0, zeros(8));
        assertEquals(
                findings, Wrapped.packets(error(about)).of("ERROR-ABOUT-ERROR").size());
    }

    /** RFC 4443 section 2.4 (e.3). */
    @ParameterizedTest
    @CsvSource({"1, 0, 1", "3, 0, 1", "2, 0, 0", "4, 2, 0", "4, 1, 1"})
    void inIpv6SendersToAGroupHearOfPacketsThatAreTooBigAndOfUnknownOptions(int type, int code, int findings)
            throws IOException {
        assertEquals(
                findings,
                Wrapped.packets(error6(type, code, "ff0e::1"))
                        .of("ERROR-ABOUT-ERROR")
                        .size());
    }

    @Test
    void anErrorAboutALaterFragmentIsFound() throws IOException {
        byte[] later = Wrapped.ip4(HOST, OTHER, 17, 1, zeros(8));
        byte[] first = Wrapped.ip4(HOST, OTHER, 17, 0x2000, zeros(8));
        assertEquals(
                Severity.LOW,
                Wrapped.packets(error(later)).only("ERROR-ABOUT-ERROR").severity());
        assertEquals(Set.of(), Wrapped.packets(error(first)).ids());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "127.0.0.1", "224.0.0.1"})
    void anErrorAboutAPacketOfNobodyIsFound(String source) throws IOException {
        byte[] about = Wrapped.ip4(source, OTHER, 17, 0, zeros(8));
        assertEquals(1, Wrapped.packets(error(about)).of("ERROR-ABOUT-ERROR").size());
    }

    @Test
    void aHostThatRefusesItsOwnPacketIsOrdinary() throws IOException {
        byte[] about = Wrapped.ip4("127.0.0.1", "127.0.0.1", 17, 0, zeros(8));
        assertEquals(
                Set.of(),
                Wrapped.onLoopback(Wrapped.ip4("127.0.0.1", "127.0.0.1", Wrapped.message(3, 3, about)))
                        .ids());
    }
}
