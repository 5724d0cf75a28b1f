package io.icmpscope.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every header, as its standard writes it: where it ends, what it says of what follows, and what it needs. */
class LayersTest {

    private static final int AT = 67; // where the headers begin: on no boundary of words
    private static final int FAR = 100_000; // bytes that were on the wire and not captured

    static Stream<LayerRow> rows() {
        return LayerRow.all();
    }

    static Stream<LayerRow> passed() {
        return rows().filter(row -> row.fault() == Fault.NONE);
    }

    static Stream<LayerRow> refused() {
        return rows().filter(row -> row.fault() != Fault.NONE);
    }

    @ParameterizedTest
    @MethodSource("passed")
    void aHeaderIsAsLongAsItsStandardSaysAndNamesWhatFollows(LayerRow row) {
        int trailer = (int) row.number("trailer").orElse(0);
        for (int more : row.alone() ? new int[] {0} : new int[] {trailer, trailer + 1, 64, 200}) {
            assertPassed(row, more, 0);
            if (!row.alone()) {
                assertPassed(row, more, FAR);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("passed")
    void aFrameTooShortForHeaderAndTrailerIsCut(LayerRow row) {
        int trailer = (int) row.number("trailer").orElse(0);
        for (int more = 0; more < trailer; more++) {
            byte[] bytes = Arrays.copyOf(row.bytes(), row.header().length + more);
            Frame frame = new Frame(row, bytes, AT + bytes.length);
            assertSame(Fault.CUT_BY_CAPTURE, frame.read(), more + " bytes of a trailer");
            assertEquals(bytes.length + trailer - more, frame.cursor.needed);
            assertEquals(bytes.length, frame.cursor.had);
            assertEquals(AT, frame.cursor.at);
        }
    }

    /** Whatever is left of it: the frame ends there on the wire too, or goes on. */
    @ParameterizedTest
    @MethodSource("rows")
    void noHeaderLeavesFewerThanNoBytes(LayerRow row) {
        for (int captured = 0; captured <= row.bytes().length; captured++) {
            for (int uncaptured = 0; uncaptured < 24; uncaptured++) {
                Frame frame = new Frame(row, Arrays.copyOf(row.bytes(), captured), AT + captured + (long) uncaptured);
                Fault fault = frame.read();
                int left = fault == Fault.NONE ? frame.cursor.left() : frame.cursor.had;
                assertTrue(left >= 0, captured + " bytes and " + uncaptured + " more: " + left);
            }
        }
    }

    private static void assertPassed(LayerRow row, int more, int uncaptured) {
        byte[] bytes = Arrays.copyOf(row.bytes(), row.bytes().length + more);
        int captured = AT + bytes.length;
        long wire = captured + uncaptured;
        Frame frame = new Frame(row, bytes, wire);
        String where = "with " + more + " bytes behind";

        assertSame(Fault.NONE, frame.read(), where);
        Cursor cursor = frame.cursor;
        assertEquals(row.header().length, cursor.at - AT, "the header's length " + where);
        assertEquals(row.next(), cursor.next, where);
        assertEquals(row.number("detail").orElse(Cursor.NONE), cursor.detail, where);
        long ends = Math.min(wire, row.number("ends").orElse(FAR + FAR) + AT);
        ends = row.number("trailer").isPresent() ? wire - row.number("trailer").getAsLong() : ends;
        ends = row.number("bounds").isPresent() ? AT + row.number("bounds").getAsLong() : ends;
        assertEquals(ends, cursor.declaredEnd, "the payload's end " + where);
        assertEquals(Math.min(captured, ends), cursor.end, "its captured end " + where);
        assertAnother(row, bytes.length, frame);
    }

    /** What begins behind the first packet can be gone to when it was captured. */
    private static void assertAnother(LayerRow row, int captured, Frame frame) {
        long another = row.number("another").orElse(Long.MAX_VALUE);
        if (another >= captured) {
            assertNull(frame.cursor.resume(), "there is nothing else");
            return;
        }
        assertNotNull(frame.cursor.resume());
        assertEquals(another, frame.cursor.at - AT, "where another packet begins");
        String name = row.text("another").findFirst().orElseThrow();
        assertEquals(LayerRow.protocol(name.substring(name.indexOf(' ') + 1)), frame.cursor.next);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatTheStandardDoesNotAllowIsAFaultOfItsKind(LayerRow row) {
        for (int more : row.alone() ? new int[] {0} : new int[] {0, 1, 64}) {
            byte[] bytes = Arrays.copyOf(row.bytes(), row.bytes().length + more);
            Frame frame = new Frame(row, bytes, AT + bytes.length + (row.alone() ? 0 : FAR));
            assertSame(row.fault(), frame.read());
            assertEquals(row.number("needs").orElseThrow(), frame.cursor.needed);
            assertEquals(Math.min(bytes.length, row.number("ends").orElse(FAR)), frame.cursor.had);
            assertEquals(AT, frame.cursor.at, "a header that could not be passed was not");
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aHeaderCutAnywhereIsCutAndNeedsMoreThanThereWas(LayerRow row) {
        for (int captured = 0; captured < row.whole(); captured++) {
            Frame frame = shorter(row, captured);
            String where = captured + " bytes of " + row.whole();
            assertSame(Fault.CUT_BY_CAPTURE, frame.read(), where);
            assertEquals(captured, frame.cursor.had, where);
            int needed = frame.cursor.needed;
            assertTrue(needed > captured && needed <= row.whole(), "needs " + needed + ", has " + where);
            assertEquals(AT, frame.cursor.at, where);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whereWhatFollowsIsGuessedFewerBytesOfItSayLess(LayerRow row) {
        row.text("else").forEach(otherwise -> {
            for (int captured = row.whole(); captured < row.bytes().length; captured++) {
                Frame frame = shorter(row, captured);
                Fault fault = LayerRow.fault(otherwise);
                assertSame(fault, frame.read(), captured + " bytes");
                if (fault == Fault.NONE) {
                    assertEquals(LayerRow.protocol(otherwise), frame.cursor.next, captured + " bytes");
                }
            }
        });
    }

    private static Frame shorter(LayerRow row, int captured) {
        return new Frame(row, Arrays.copyOf(row.bytes(), captured), AT + row.bytes().length + (row.alone() ? 0L : FAR));
    }

    /** A header in a buffer that ends where the capture does, so that no reader goes beyond it unnoticed. */
    private static final class Frame {

        private final LayerRow row;
        private final ByteBuffer buffer;
        private final Cursor cursor = new Cursor();

        Frame(LayerRow row, byte[] bytes, long wire) {
            this.row = row;
            byte[] all = new byte[AT + bytes.length];
            Arrays.fill(all, 0, AT, (byte) 0xA5);
            System.arraycopy(bytes, 0, all, AT, bytes.length);
            buffer = ByteBuffer.wrap(all);
            cursor.start(AT, all.length, wire, row.protocol());
            cursor.ipVersion = row.ipVersion();
        }

        Fault read() {
            Layer layer = Protocols.layer(row.protocol());
            assertNotNull(layer, row.begins());
            return layer.header().read(buffer, cursor);
        }
    }
}
