package io.icmpscope.internal.analysis.payload;

import static io.icmpscope.handmade.Bytes.cut;
import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Pcapng;
import io.icmpscope.handmade.Ping;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.PayloadClassCount;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The data of real programs, byte by byte; those of recordings are in the lab's tests. */
class PayloadTallyTest {

    private static final long CAPTURED = 1_700_000_000; // 0x6553f100

    private static final String WINDOWS = "abcdefghijklmnopqrstuvwabcdefghi";
    private static final String WIDE_LITTLE = "00f15365 00000000 31d40000 00000000";
    private static final String WIDE_BIG = "00000000 6553f100 00000000 0000d431";
    private static final String SHORT_LITTLE = "00f15365 31d40000";
    private static final String SHORT_BIG = "6553f100 0000d431";

    /** Trap 32. */
    @Test
    void pingsOfOperatingSystemsAreKnownByTheirTimeAndFill() throws Exception {
        assertClass("linux-iputils", join(hex(WIDE_LITTLE), counting(16, 40)));
        assertClass("linux-iputils", join(hex(WIDE_BIG), counting(16, 40)));
        assertClass("linux-iputils-32-bit", join(hex(SHORT_LITTLE), counting(8, 48)));
        assertClass("macos-bsd", join(hex(SHORT_BIG), counting(8, 48)));
        assertClass("windows", text(WINDOWS));
        assertClass("windows", text(WINDOWS.substring(0, 23).repeat(60)));
        assertClass("cisco-ios", join(hex("00000000 0413356c"), hex("abcd".repeat(32))));
        assertClass("fping", join(hex("0200000000000000"), hex(WIDE_LITTLE), zeros(44)));
        assertClass("busybox", join(hex("2a5b1c00"), zeros(52)));
    }

    @ParameterizedTest
    @CsvSource({"3600, linux-iputils", "-3600, linux-iputils", "3601, other", "-3601, other"})
    void aTimeIsOneWhenItIsWithinAnHourOfTheCapture(long later, String expected) throws Exception {
        byte[] request = request(join(hex(WIDE_LITTLE), counting(16, 40)));
        assertEquals(
                expected,
                only(Pcap.bigEndian()
                        .network(101)
                        .record(CAPTURED + later, 0, request)
                        .bytes()));
    }

    @Test
    void aCaptureWithoutTimesOrWithAClockOf1970IsNoEvidenceAgainstATime() throws Exception {
        byte[] request = request(join(hex(WIDE_LITTLE), counting(16, 40)));
        byte[] timeless =
                Pcapng.bigEndian().iface(101, 0).simple(request.length, request).bytes();
        assertEquals("linux-iputils", only(timeless));
        assertEquals(
                "linux-iputils",
                only(Pcap.bigEndian().network(101).record(0, 0, request).bytes()));
    }

    @Test
    void aMillionMicrosecondsAreNoTime() throws Exception {
        assertClass("linux-iputils-32-bit", join(hex("00f15365 3f420f00"), counting(8, 48)));
        assertClass("other", join(hex("00f15365 40420f00"), counting(8, 48)));
    }

    @Test
    void aTimeBeforeAnotherFillIsAPingWithAPattern() throws Exception {
        assertClass("time-first", join(hex(WIDE_LITTLE), hex("ff".repeat(40))));
        assertClass("time-first", hex(SHORT_LITTLE));
    }

    @Test
    void scannersAndMonitorsAreKnownByTheirWords() throws Exception {
        assertClass("l3retriever", text("ABCDEFGHIJKLMNOPQRSTUVWABCDEFGHI"));
        assertClass("digits-and-letters", text("0123456789abcdefghijklmnopqrstuv"));
        assertClass("iss-pinger", text("ISSPNGRQ12345678"));
        assertClass("cacti", text("cacti-monitoring-system\0"));
        assertClass("solarwinds", text("..SolarWinds.Net ping"));
        assertClass("cinco-network", text("Cinco Network, Inc."));
        assertClass("wang2", text("xxWANG2xx"));
        assertClass("cyberkit", hex("aa".repeat(32)));
        assertClass("hping", text("X".repeat(20)));
        assertClass("superscan", zeros(8));
    }

    @Test
    void theTwoPingsOfNmapsOsDetectionAreKnownByCodeSequenceAndLength() throws Exception {
        assertEquals("nmap-os-detection", only(Ping.between("192.0.2.1", "192.0.2.2"), 295, 9, zeros(120)));
        assertEquals("nmap-os-detection", only(Ping.between("192.0.2.1", "192.0.2.2"), 296, 0, zeros(150)));
        assertEquals("zero", only(Ping.between("192.0.2.1", "192.0.2.2"), 295, 0, zeros(120)));
        assertEquals("zero", only(Ping.between("192.0.2.1", "192.0.2.2"), 296, 0, zeros(120)));
    }

    @Test
    void whatNoProgramIsKnownForIsClassedByItsShape() throws Exception {
        assertClass("empty", zeros(0));
        assertClass("zero", zeros(1));
        assertClass("zero", zeros(1_400));
        assertClass("constant", text("A".repeat(4)));
        assertClass("constant", text("A".repeat(1_400)));
        assertClass("incrementing", counting(0, 8));
        assertClass("incrementing", counting(200, 300)); // comes round
        assertClass("incrementing", text("abcdefgh"));
        assertClass("repeated-pattern", text("ab".repeat(4)));
        assertClass("repeated-pattern", text("0123456789".repeat(100)));
        assertClass("other", text("ping"));
        assertClass("other", text("abcdefghijklmnopqrstuvwxyz".repeat(2) + "!"));
        assertClass("other", text("SSH-2.0-OpenSSH_9.6 over a tunnel"));
    }

    @Test
    void aTailThatIsNoFillIsNotMissed() throws Exception {
        assertClass("other", join(zeros(1_000), text("data")));
        assertClass("other", join(text("A".repeat(1_000)), text("data")));
        assertClass("other", join(text("ab".repeat(500)), text("data")));
        assertClass("other", join(text(WINDOWS.substring(0, 23).repeat(40)), text("data")));
    }

    @ParameterizedTest
    @CsvSource({"0, not-captured", "7, not-captured", "15, incrementing", "16, windows", "31, windows"})
    void ofDataThatTheCaptureCutWhatIsThereIsCompared(int bytes, String expected) throws Exception {
        byte[] whole = request(text(WINDOWS));
        byte[] capture = Pcap.bigEndian()
                .network(101)
                .record(CAPTURED, 0, 28 + bytes, whole.length, cut(whole, 28 + bytes))
                .bytes();
        assertEquals(expected, only(capture));
    }

    @Test
    void classesAreCountedMostFirstAndRepliesAreNot() throws Exception {
        Ping windows = Ping.between("2001:db8::1", "2001:db8::2").data(WINDOWS);
        Pcap capture = Pcap.bigEndian().network(101).record(CAPTURED, 0, request(zeros(56)));
        for (int i = 0; i < 3; i++) {
            capture.record(CAPTURED, 0, windows.request(i)).record(CAPTURED, 0, windows.reply(i));
        }
        List<PayloadClassCount> classes =
                report(capture.bytes()).payloadClasses().entries();
        assertEquals(
                List.of("windows", "zero"),
                classes.stream().map(PayloadClassCount::name).toList());
        assertEquals(
                List.of(3L, 1L), classes.stream().map(PayloadClassCount::count).toList());
        assertEquals(
                List.of(2L, 1L),
                classes.stream().map(PayloadClassCount::exampleFrame).toList());
        assertEquals(Confidence.HIGH, classes.get(0).confidence());
    }

    @Test
    void everyClassHasAShortNameOfItsOwnAndSaysWhatItImplies() {
        Set<String> names = new HashSet<>();
        for (PayloadClass one : PayloadClass.values()) {
            assertTrue(one.label.matches("[a-z0-9-]{4,24}") && names.add(one.label), one.label);
            assertTrue(one.implies.length() > 5, one.implies);
        }
    }

    private static void assertClass(String expected, byte[] data) throws Exception {
        Pcap capture = Pcap.bigEndian().network(101).record(CAPTURED, 0, request(data));
        assertEquals(expected, only(capture.bytes()), () -> Arrays.toString(data));
    }

    private static String only(Ping ping, int sequence, int code, byte[] data) throws Exception {
        byte[] request = ping.data(data).request(sequence);
        request[21] = (byte) code;
        return only(Pcap.bigEndian().network(101).record(CAPTURED, 0, request).bytes());
    }

    private static String only(byte[] capture) throws Exception {
        List<PayloadClassCount> classes = report(capture).payloadClasses().entries();
        assertEquals(1, classes.size());
        assertEquals(1, classes.get(0).count());
        return classes.get(0).name();
    }

    private static IcmpReport report(byte[] capture) throws Exception {
        return IcmpAnalyzer.analyze(ByteBuffer.wrap(capture), AnalysisOptions.defaults());
    }

    private static byte[] request(byte[] data) {
        return Ping.between("192.0.2.1", "192.0.2.2").data(data).request(1);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] counting(int first, int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (first + i);
        }
        return bytes;
    }
}
