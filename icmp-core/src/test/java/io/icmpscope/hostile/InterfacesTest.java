package io.icmpscope.hostile;

import static io.icmpscope.handmade.Bytes.join;
import static java.nio.ByteOrder.BIG_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcapng;
import io.icmpscope.handmade.Ping;
import io.icmpscope.report.CaptureWarning;
import io.icmpscope.report.CaptureWarning.Code;
import io.icmpscope.report.IcmpReport;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Interfaces by the million, with as much text as fits, and packets of none of them. */
@SmallHeap
class InterfacesTest {

    private static final int CAP = 65_536;
    private static final Ping PING = Ping.between("192.0.2.1", "192.0.2.2");

    @Test
    void aMillionInterfacesAreCappedAndThePacketsOfTheFirstAreRead() {
        byte[] piece = Pcapng.in(BIG_ENDIAN).iface(101, 0).bytes();
        IcmpReport report = Opened.report(new Repeated(
                Pcapng.bigEndian().bytes(), piece, 1 << 20, (block, i) -> {}, packetsOf(0, CAP - 1, CAP, 1 << 19)));
        assertEquals(List.of(0, 1), Opened.sequenceNumbers(report));
        assertEquals(CAP, report.capture().interfaces().total());
        List<CaptureWarning> warnings = report.capture().warnings().entries();
        assertEquals(
                List.of(Code.MALFORMED_BLOCK, Code.UNKNOWN_INTERFACE, Code.UNKNOWN_INTERFACE),
                warnings.stream().map(CaptureWarning::code).toList());
        assertEquals(28 + 20L * CAP, warnings.get(0).byteOffset(), "the first of which there are too many");
    }

    /** Of each 1 KiB is kept at most: 65,536 of these are more than the heap. A byte that is no UTF-8 takes two there. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "\u00ff"})
    void namesAndFiltersOfAllInterfacesDoNotFillTheHeap(String letter) {
        byte[] text = new byte[1024];
        Arrays.fill(text, (byte) letter.charAt(0));
        byte[] filter = text.clone();
        filter[0] = 0; // it is text
        Pcapng one = Pcapng.in(BIG_ENDIAN);
        byte[] piece =
                one.iface(101, 0, one.option(2, text), one.option(11, filter)).bytes();
        IcmpReport report = Opened.report(
                new Repeated(Pcapng.bigEndian().bytes(), piece, CAP, (block, i) -> {}, packetsOf(0, CAP - 1)));
        assertEquals(List.of(0, 1), Opened.sequenceNumbers(report));
        assertEquals(CAP, report.capture().interfaces().total());
        assertEquals(
                "\u00ff".equals(letter) ? "\ufffd".repeat(1024) : "x".repeat(1024),
                report.capture().interfaces().entries().get(0).name());
        int fit = (1 << 20) / 2048; // characters
        Opened.warned(report, Code.MALFORMED_BLOCK, 28 + (long) fit * piece.length);
    }

    @Test
    void sectionsByTheThousandWithAnInterfaceEachAreReadAndTheirListIsBounded() {
        byte[] ping = PING.request(7);
        byte[] piece = Pcapng.bigEndian().iface(101, 0).packet(0, 1, ping).bytes();
        IcmpReport report = Opened.report(new Repeated(new byte[0], piece, 1 << 18, (block, i) -> {}, new byte[0]));
        assertTrue(report.icmpPackets() >= CAP, () -> "messages: " + report.icmpPackets());
        assertTrue(report.capture().interfaces().entries().size() <= CAP);
        assertEquals(
                (1 << 18) - report.icmpPackets() > 0,
                !report.capture().warnings().entries().isEmpty(),
                "who passes packets over says so");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 65_535, 65_536, 0x7FFF_FFFFL, 0xFFFF_FFFFL})
    void aPacketOfAnUnknownInterfaceIsPassedOverAndTheFileGoesOn(long unknown) {
        Pcapng file = Pcapng.littleEndian().iface(101, 0).packet(0, 1, PING.request(1));
        int offset = file.offset();
        file.packet(unknown, 2, PING.request(2)).packet(0, 3, PING.request(3));
        IcmpReport report = Opened.report(file.bytes());
        Opened.warned(report, Code.UNKNOWN_INTERFACE, offset);
        assertEquals(List.of(1, 3), Opened.sequenceNumbers(report));
    }

    /** Packets of interfaces, their numbers counted from 0. */
    private static byte[] packetsOf(int... interfaces) {
        byte[] packets = new byte[0];
        for (int i = 0; i < interfaces.length; i++) {
            packets = join(
                    packets,
                    Pcapng.in(BIG_ENDIAN)
                            .packet(interfaces[i], i, PING.request(i))
                            .bytes());
        }
        return packets;
    }
}
