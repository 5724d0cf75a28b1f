package io.icmpscope.internal.capture;

import static io.icmpscope.handmade.Bytes.hex;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Pcapng;
import io.icmpscope.internal.bytes.Sources;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stretch in the middle of a capture: its frames are those that the whole has there, or it is not taken. */
class StretchReaderTest {

    private static final byte[] FRAME = hex("0102030405060708");

    private final Frame frame = new Frame();

    /** Records of 24 bytes, at 24, 48, 72, 96, 120 and 144. */
    @ParameterizedTest
    @CsvSource({"50, 121, 72, 3", "50, 120, 72, 2", "72, 121, 72, 3", "73, 97, 96, 1", "122, 168, 144, 1"})
    void aStretchHasTheRecordsThatBeginInIt(long from, long to, long start, int frames) throws IOException {
        try (CaptureReader whole = open(pcap())) {
            assertTrue(whole.next(frame));
            try (StretchReader stretch = StretchReader.open(whole.snapshot(), from, to)) {
                for (int i = 1; i <= frames; i++) {
                    assertTrue(stretch.next(frame));
                    assertEquals(i, frame.number());
                    long record = start / 24 + i - 1; // the first is number 1
                    assertEquals((1_700_000_000 + record) * 1_000_000_000 + 65_536_000, frame.timeNanos());
                    assertEquals(8, frame.capturedBytes());
                    assertSame(stretch.bytes(), frame.bytes());
                    assertEquals(0x0102_0304, frame.bytes().getInt(frame.start()));
                }
                assertFalse(stretch.continues(whole), "it has not ended");
                assertFalse(stretch.next(frame));
                while (whole.offset() < start) {
                    assertFalse(stretch.continues(whole), "the whole is not there");
                    assertTrue(whole.next(frame));
                }
                assertTrue(stretch.continues(whole));
                stretch.passTo(whole);
            }
            assertEquals(start + 24L * frames, whole.offset());
            long next = start / 24 + frames; // the first record is number 1, at byte 24
            if (next <= 6) {
                assertTrue(whole.next(frame));
                assertEquals(next, frame.number());
            }
            while (whole.next(frame)) {
                assertTrue(frame.number() <= 6);
            }
            assertEquals(168, whole.offset());
        }
    }

    @Test
    void aStretchWithoutARecordContinuesNothing() throws IOException {
        try (CaptureReader whole = open(pcap());
                StretchReader stretch = StretchReader.open(whole.snapshot(), 26, 48)) {
            assertTrue(whole.next(frame));
            assertEquals(48, whole.offset());
            assertFalse(stretch.next(frame));
            assertFalse(stretch.continues(whole));
        }
    }

    /** Blocks of 40 bytes, at 48, 88, 128, 168, 208 and 248. */
    @ParameterizedTest
    @CsvSource({"92, 209, 128, 3", "92, 208, 128, 2", "88, 92, 88, 1"})
    void aStretchHasThePacketBlocksThatBeginInIt(long from, long to, long start, int frames) throws IOException {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            Pcapng file = Pcapng.in(order).section().iface(1, 0);
            for (int i = 0; i < 6; i++) {
                file.packet(0, 1000 + i, FRAME);
            }
            try (CaptureReader whole = open(file.bytes())) {
                assertTrue(whole.next(frame));
                CaptureReader snapshot = whole.snapshot();
                assertEquals(whole.byteOrder(), snapshot.byteOrder());
                try (StretchReader stretch = StretchReader.open(snapshot, from, to)) {
                    for (int i = 1; i <= frames; i++) {
                        assertTrue(stretch.next(frame));
                        assertEquals((1000 + (start - 48) / 40 + i - 1) * 1000, frame.timeNanos());
                        assertEquals(1, frame.linkType());
                    }
                    assertFalse(stretch.next(frame));
                    while (whole.offset() < start) {
                        assertTrue(whole.next(frame));
                    }
                    assertTrue(stretch.continues(whole));
                    stretch.passTo(whole);
                    assertEquals(start + 40L * frames, whole.offset());
                }
            }
        }
    }

    @Test
    void anInterfaceDescribedMeanwhileMayChangeHowItsFramesAreRead() throws IOException {
        Pcapng file = Pcapng.bigEndian().iface(1, 0).packet(0, 1000, FRAME);
        file.iface(101, 0).packet(0, 1001, FRAME);
        int start = file.offset();
        file.packet(0, 1002, FRAME).packet(0, 1003, FRAME);
        try (CaptureReader whole = open(file.bytes())) {
            assertTrue(whole.next(frame));
            try (StretchReader before = StretchReader.open(whole.snapshot(), start, start + 1)) {
                assertTrue(before.next(frame));
                assertFalse(before.next(frame));
                assertTrue(whole.next(frame));
                assertEquals(start, whole.offset());
                assertFalse(before.continues(whole), "it does not know the second interface");
            }
            try (StretchReader after = StretchReader.open(whole.snapshot(), start, start + 1)) {
                assertTrue(after.next(frame));
                assertFalse(after.next(frame));
                assertTrue(after.continues(whole));
            }
        }
    }

    @Test
    void aCommentInAStretchIsForTheWholeToRead() throws IOException {
        Pcapng file = Pcapng.bigEndian().iface(1, 0);
        int start = file.offset();
        byte[] comment = file.option(1, "hello".getBytes(StandardCharsets.UTF_8));
        file.packet(0, 1000, FRAME).packet(0, 1001, 8, 8, FRAME, comment).packet(0, 1002, FRAME);
        try (CaptureReader whole = open(file.section().bytes());
                StretchReader stretch = StretchReader.open(whole.snapshot(), start, file.offset())) {
            assertFalse(stretch.next(frame), "no interface is known yet, which is a warning");
            assertFalse(stretch.continues(whole));
        }
        try (CaptureReader whole = open(file.bytes())) {
            assertTrue(whole.next(frame));
            try (StretchReader stretch = StretchReader.open(whole.snapshot(), start, file.offset())) {
                assertTrue(stretch.next(frame));
                assertFalse(stretch.next(frame));
                assertFalse(stretch.next(frame));
                assertFalse(stretch.continues(whole));
            }
        }
    }

    @Test
    void noTwoPlacesWithOtherInterfacesAreInOneState() throws IOException {
        Pcapng file = Pcapng.bigEndian().iface(1, 0).packet(0, 1, FRAME);
        file.iface(1, 0).packet(0, 2, FRAME);
        file.section().iface(101, 0).packet(0, 3, FRAME);
        file.section().iface(113, 0).packet(0, 4, FRAME);
        file.iface(1, 0).iface(1, 0).packet(0, 5, FRAME);
        Set<Integer> states = new HashSet<>();
        try (CaptureReader whole = open(file.bytes())) {
            while (whole.next(frame)) {
                states.add(whole.state());
                assertEquals(whole.state(), whole.snapshot().state());
            }
        }
        assertEquals(5, states.size());
    }

    /** Of no four bytes in them could a record's length be made that another record's agrees with. */
    private static byte[] pcap() {
        Pcap file = Pcap.bigEndian();
        for (int i = 1; i <= 6; i++) {
            file.record(1_700_000_000 + i, 65_536, FRAME);
        }
        return file.bytes();
    }

    private static CaptureReader open(byte[] capture) throws IOException {
        return CaptureFormats.open(Sources.of(ByteBuffer.wrap(capture)));
    }
}
