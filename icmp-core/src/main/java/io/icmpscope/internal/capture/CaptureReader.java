package io.icmpscope.internal.capture;

import io.icmpscope.internal.bytes.Ending;
import io.icmpscope.internal.bytes.Source;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.CaptureWarning.Code;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a capture frame by frame. Damage ends the reading or is passed over, and is told in {@link #notes}; it is never
 * an exception. Not safe for use by several threads.
 */
public abstract class CaptureReader implements Frames {

    /** The bytes of the capture. */
    final Source source;

    /** What the capture lacks, and its interfaces. */
    final CaptureNotes notes;

    /** Whether numbers of the container are little-endian. */
    boolean littleEndian;

    /** Where the next record or block begins. */
    long offset;

    private long frames;

    CaptureReader(Source source) {
        this.source = source;
        this.notes = new CaptureNotes();
    }

    /** Makes a reader of some of the frames of another one, in the state that it is in now. */
    CaptureReader(CaptureReader like, Source stretch, long offset) {
        this.source = stretch;
        this.notes = CaptureNotes.apart();
        this.littleEndian = like.littleEndian;
        this.offset = offset;
    }

    /**
     * Makes a copy that knows what this one does now, for those who read stretches while this one goes on.
     *
     * @return a copy that is not changed, and can be used by several threads
     */
    public final CaptureReader snapshot() {
        return fork(source, offset);
    }

    /** Makes a reader that knows what this one does, for a stretch of its bytes. */
    abstract CaptureReader fork(Source stretch, long at);

    /** Whether something that looks like a record or a packet block begins at an index of the window, and more behind it. */
    abstract boolean isLikelyFrame(long at) throws IOException;

    /** The distance of places where a frame can begin. */
    abstract int step();

    /** Changes whenever frames that follow are read in another way than those before. */
    int state() {
        return 0;
    }

    /**
     * Returns how far the capture is read.
     *
     * @return the offset behind the latest frame
     */
    public final long offset() {
        return offset;
    }

    /**
     * Returns the bytes of the capture.
     *
     * @return where the frames are read from
     */
    public final Source source() {
        return source;
    }

    /** Goes past frames that another reader has read. */
    final void pass(CaptureReader other) {
        offset = other.offset;
        frames += other.frames;
    }

    /**
     * Returns what is known of the capture itself so far.
     *
     * @return interfaces, comments and warnings
     */
    public CaptureNotes notes() {
        return notes;
    }

    /**
     * Returns the name of the format.
     *
     * @return as in {@link CaptureFacts#format}
     */
    public abstract String format();

    /**
     * Returns how the container's numbers are written, in its first section.
     *
     * @return as in {@link CaptureFacts#byteOrder}
     */
    public String byteOrder() {
        return littleEndian ? "little-endian" : "big-endian";
    }

    @Override
    public List<CaptureStorage> captures() {
        return List.of(storage(null));
    }

    /** What is known of the capture so far, under a name when it is one of several. */
    final CaptureStorage storage(@Nullable String name) {
        return new CaptureStorage(name, format(), byteOrder(), source.isCompressed(), source.size(), notes);
    }

    @Override
    public void finish() throws IOException {
        source.finish();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    final int u16(int at) {
        short value = source.window().getShort(at);
        return (littleEndian ? Short.reverseBytes(value) : value) & 0xFFFF;
    }

    final int i32(int at) {
        int value = source.window().getInt(at);
        return littleEndian ? Integer.reverseBytes(value) : value;
    }

    final long u32(int at) {
        return i32(at) & 0xFFFF_FFFFL;
    }

    final long i64(int at) {
        long value = source.window().getLong(at);
        return littleEndian ? Long.reverseBytes(value) : value;
    }

    /** Points a frame at captured bytes of the window. */
    final void fill(Frame frame, int at, int captured, long wire, long timeNanos, CaptureInterfaceNote from) {
        frame.bytes = source.window();
        frame.start = at;
        frame.end = at + captured;
        frame.wireBytes = Math.max(captured, wire);
        frame.timeNanos = timeNanos;
        frame.linkType = from.linkType;
        frame.fcsBytes = from.fcsBytes;
        frame.number = ++frames;
    }

    final long frames() {
        return frames;
    }

    /** Notes damage at the current record. */
    final void warn(Code code, String message) {
        notes.warn(code, offset, frames + 1, message);
    }

    /** Ends the reading, and notes when the bytes end where they should not: in mid record, or cut from outside. */
    final boolean end(String what, long needed, long had) {
        if (had == 0 && source.ending() == Ending.WHOLE) {
            return false;
        }
        String where =
                ": " + what + " at byte " + offset + " needs " + needed + " bytes, " + had + " are there. " + kept();
        switch (source.ending()) {
            case WHOLE -> warn(Code.CUT_SHORT, "The capture is cut short" + where);
            case SHORTENED -> warn(Code.SHORTENED, "The file became shorter while it was read" + where);
            case DAMAGED -> warn(Code.DAMAGED_COMPRESSION, "The compressed data is cut or damaged" + where);
            case TOO_LARGE -> warn(Code.TOO_LARGE, "The data expands beyond the limit; decompress it first" + where);
        }
        return false;
    }

    /** Says what was kept, for the end of a warning. */
    final String kept() {
        return frames + (frames == 1 ? " frame" : " frames") + " before it " + (frames == 1 ? "was" : "were")
                + " analysed.";
    }
}
