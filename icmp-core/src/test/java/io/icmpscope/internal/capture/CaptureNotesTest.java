package io.icmpscope.internal.capture;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.number;
import static io.icmpscope.handmade.Bytes.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcapng;
import io.icmpscope.report.CaptureWarning.Code;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a pcapng file says beside its packets, up to bounds that nobody can break. */
class CaptureNotesTest {

    @Test
    void aHundredCommentsAreKeptAndTheOthersCounted() throws IOException {
        Pcapng file = Pcapng.bigEndian();
        for (int i = 1; i <= 101; i++) {
            file.iface(1, 0, file.option(1, utf8("comment " + i)));
        }
        CaptureNotes notes = Captures.read(file.bytes()).reader.notes();
        assertEquals(100, notes.comments().entries().size());
        assertEquals("comment 100", notes.comments().entries().get(99));
        assertEquals(1, notes.comments().omitted());
    }

    @Test
    void aHundredWarningsAreKeptAndTheOthersCounted() throws IOException {
        Pcapng file = Pcapng.bigEndian();
        for (int i = 0; i < 101; i++) {
            file.packet(0, 1, hex("01"));
        }
        CaptureNotes notes = Captures.read(file.bytes()).reader.notes();
        assertEquals(100, notes.warnings().entries().size());
        assertEquals(1, notes.warnings().omitted());
    }

    @Test
    void blocksWithoutPacketsAreCountedByTheirTypeForAHundredTypes() throws IOException {
        Pcapng file = Pcapng.bigEndian().block(4).block(0x0BAD).block(4);
        assertEquals(
                Map.of(4, 2L, 0x0BAD, 1L),
                Captures.read(file.bytes()).reader.notes().skipped());
        Pcapng many = Pcapng.bigEndian();
        for (int type = 1001; type <= 1101; type++) {
            many.block(type);
        }
        Map<Integer, Long> skipped = Captures.read(many.block(1100).block(1101).bytes())
                .reader
                .notes()
                .skipped();
        assertEquals(100, skipped.size());
        assertEquals(2L, skipped.get(1100));
        assertNull(skipped.get(1101));
    }

    /** isb_ifrecv and isb_ifdrop are totals: the newest counts. */
    @Test
    void theNewestStatisticsCountAndEachForItself() throws IOException {
        Pcapng file = Pcapng.bigEndian().iface(1, 0).iface(1, 0);
        file.statistics(1, file.option(4, n8(10)), file.option(5, n8(1)));
        file.statistics(1, file.option(4, n8(1L << 40)));
        file.statistics(1, file.option(1, utf8("bye")), file.option(5, n8(3)), file.option(6, n8(99)));
        file.statistics(2, file.option(4, n8(77))); // no such interface
        file.statistics(1);
        file.block(5, file.n4(1), file.n4(0)); // too short
        Captures capture = Captures.read(file.bytes());
        List<CaptureInterfaceNote> interfaces = capture.reader.notes().interfaces();
        assertEquals(1L << 40, interfaces.get(1).received());
        assertEquals(3L, interfaces.get(1).dropped());
        assertNull(interfaces.get(0).received());
        assertNull(interfaces.get(0).dropped());
        assertEquals(List.of("bye"), capture.reader.notes().comments().entries());
    }

    @Test
    void theNamesAndFiltersOfAllInterfacesHaveAMillionCharacters() throws IOException {
        Pcapng file = Pcapng.bigEndian();
        byte[] name = file.option(2, utf8("n".repeat(512)));
        byte[] filter = file.option(11, utf8("\0" + "f".repeat(512)));
        for (int i = 0; i < 1024; i++) { // 1,048,576 characters
            file.iface(1, 0, name, filter);
        }
        Captures fits = Captures.read(file.bytes());
        assertEquals(List.of(), fits.warnings());
        assertEquals("n".repeat(512), fits.reader.notes().interfaces().get(1023).name());
        assertEquals("f".repeat(512), fits.reader.notes().interfaces().get(1023).filter());

        int offset = file.offset();
        file.iface(101, 0, file.option(2, utf8("x")))
                .iface(1, 0, file.option(11, utf8("\0y")))
                .iface(1, 0);
        Captures more = Captures.read(file.packet(1024, 1, hex("01")).bytes());
        assertEquals(Code.MALFORMED_BLOCK, more.warning().code());
        assertEquals(offset, more.warning().byteOffset());
        assertTrue(
                more.warning().message().contains("more than 1048576 characters"),
                more.warning().message());
        assertNull(more.reader.notes().interfaces().get(1024).name());
        assertNull(more.reader.notes().interfaces().get(1025).filter());
        assertEquals(101, more.frames.get(0).linkType());
        assertEquals(101, more.reader.notes().interfaces().get(1024).linkType());
    }

    /** The option fills the block, or has a byte too few: a list may end without opt_endofopt. */
    @Test
    void anOptionMayFillItsBlockButNotLeaveItByAByte() throws IOException {
        String start =
                "0a0d0d0a 0000001c 1a2b3c4d 0001 0000 ffffffffffffffff 0000001c 00000001 0000001c 0001 0000 00000000";
        Captures fills = Captures.read(hex(start, "0002 0004 6c6f3432 0000001c"));
        assertEquals("lo42", fills.reader.notes().interfaces().get(0).name());
        assertEquals(List.of(), fills.warnings());
        Captures leaves = Captures.read(hex(start, "0002 0005 6c6f3432 0000001c"));
        assertNull(leaves.reader.notes().interfaces().get(0).name());
        assertEquals(28, leaves.warning().byteOffset());
        assertEquals(
                "Option 2 of the block at byte 28 declares 5 bytes and has 4;"
                        + " it and the options behind it were passed over.",
                leaves.warning().message());
    }

    @Test
    void anOptionMayBeEmptyAndTheLastInItsBlock() throws IOException {
        Pcapng file = Pcapng.bigEndian();
        file.iface(1, 0, file.option(2, zeros(0))).iface(1, 0, file.option(11, zeros(1)));
        Captures capture = Captures.read(file.bytes());
        assertEquals("", capture.reader.notes().interfaces().get(0).name());
        assertEquals("", capture.reader.notes().interfaces().get(1).filter());
        assertEquals(List.of(), capture.warnings());
    }

    private static byte[] n8(long value) {
        return number(ByteOrder.BIG_ENDIAN, 8, value);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
