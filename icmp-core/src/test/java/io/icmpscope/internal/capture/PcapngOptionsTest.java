package io.icmpscope.internal.capture;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Pcapng;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Options of blocks, whose text whoever made the file has chosen. */
class PcapngOptionsTest {

    /** Trap 27: a name of five bytes, three of padding, then eight bits and three bytes of padding; in both byte orders. */
    @Test
    void anOptionIsPaddedToFourBytesWhichItsLengthDoesNotCount() throws IOException {
        Captures big = Captures.read(hex(
                "0a0d0d0a 0000001c 1a2b3c4d 0001 0000 ffffffffffffffff 0000001c",
                "00000001 00000034 0001 0000 00040000", //
                "0002 0005 776c616e30 000000", // if_name wlan0
                "000d 0001 20 000000", // if_fcslen: 32 bits
                "0009 0001 09 000000", // if_tsresol: nanoseconds
                "0000 0000 00000034",
                "00000006 00000024 00000000 00000000 00000007 00000004 00000004 aabbccdd 00000024"));
        Captures little = Captures.read(hex(
                "0a0d0d0a 1c000000 4d3c2b1a 0100 0000 ffffffffffffffff 1c000000",
                "01000000 34000000 0100 0000 00000400", //
                "0200 0500 776c616e30 000000",
                "0d00 0100 20 000000",
                "0900 0100 09 000000",
                "0000 0000 34000000",
                "06000000 24000000 00000000 00000000 07000000 04000000 04000000 aabbccdd 24000000"));
        for (Captures capture : new Captures[] {big, little}) {
            CaptureInterfaceNote wlan0 = capture.reader.notes().interfaces().get(0);
            assertEquals("wlan0", wlan0.name());
            assertEquals(4, capture.frames.get(0).fcsBytes());
            assertEquals(7, capture.frames.get(0).timeNanos());
        }
    }

    /** Trap 36: whoever prints it escapes it; here it stays as it came, but not longer than 1024 bytes. */
    @Test
    void textIsKeptAsItCameUpToABound() throws IOException {
        String hostile = "\u001b]0;owned\u0007\n";
        byte[] name = (hostile + "x".repeat(60_000)).getBytes(StandardCharsets.UTF_8);
        byte[] filter = ("\0" + hostile + "y".repeat(60_000)).getBytes(StandardCharsets.UTF_8);
        Pcapng file = Pcapng.bigEndian();
        file.iface(1, 0, file.option(2, name), file.option(11, filter));
        CaptureInterfaceNote described =
                Captures.read(file.bytes()).reader.notes().interfaces().get(0);
        assertEquals(hostile + "x".repeat(1024 - hostile.length()), described.name());
        assertEquals(hostile + "y".repeat(1024 - hostile.length()), described.filter());
    }

    /** The first byte of if_filter says what it is: 0 text, 1 a program of instructions of eight bytes, struct bpf_insn. */
    @Test
    void aFilterIsShownAsWhatItsFirstByteSays() throws IOException {
        Pcapng file = Pcapng.bigEndian();
        file.iface(1, 0, file.option(11, hex("00 69636d70"))); // icmp
        file.iface(1, 0, file.option(11, hex("01 0028 00 00 0000000c", "0006 00 00 00040000"))); // ldh [12]; ret
        file.iface(1, 0, file.option(11, hex("01 0006 00 00 ffffffff")));
        file.iface(1, 0, file.option(11, hex("02 69636d70")));
        Captures capture = Captures.read(file.bytes());
        assertEquals(
                Arrays.asList("icmp", "BPF bytecode, 2 instructions", "BPF bytecode, 1 instruction", null),
                capture.reader.notes().interfaces().stream()
                        .map(CaptureInterfaceNote::filter)
                        .toList());
        assertEquals(List.of(), capture.warnings());
    }

    /** Section 3.5: a zero octet is a string terminator, wherever it stands. */
    @Test
    void aZeroByteEndsAText() throws IOException {
        Pcapng file = Pcapng.bigEndian();
        file.iface(
                1,
                0,
                file.option(1, hex("68 69 00 78")),
                file.option(2, hex("65746830 00 79")),
                file.option(11, hex("00 746370 00 7a")));
        Captures capture = Captures.read(file.bytes());
        assertEquals(List.of("hi"), capture.reader.notes().comments().entries());
        assertEquals("eth0", capture.reader.notes().interfaces().get(0).name());
        assertEquals("tcp", capture.reader.notes().interfaces().get(0).filter());
    }

    /** Which section 4.2 does not allow. Of two units of time, names and filters Wireshark takes the first as well. */
    @Test
    void ofAnOptionThatMayBeThereOnceTheFirstCounts() throws IOException {
        Pcapng file = Pcapng.bigEndian();
        byte[] first = join(file.resolution(9), file.option(2, hex("6f6e65")), file.option(11, hex("00 746370")));
        byte[] second = join(file.resolution(3), file.option(2, hex("74776f")), file.option(11, hex("00 756470")));
        file.iface(1, 0, first, second, file.timeOffset(1), file.timeOffset(2)).packet(0, 7, hex("01"));
        Captures capture = Captures.read(file.bytes());
        assertEquals(List.of(1_000_000_007L), capture.times());
        assertEquals("one", capture.reader.notes().interfaces().get(0).name());
        assertEquals("tcp", capture.reader.notes().interfaces().get(0).filter());
    }
}
