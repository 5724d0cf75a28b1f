package io.icmpscope.internal.bytes;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The bytes of one capture, seen through a window that moves.
 *
 * <p>The window is a big-endian {@link ByteBuffer} that is read by absolute index only. {@link #require} moves it where
 * it must; what lies in one required range never straddles two windows. Not safe for use by several threads.
 */
public abstract class Source implements Closeable {

    /** Learns how far the bytes of a source are read. What it throws ends the reading. */
    public interface Watch {

        /**
         * Hears of progress, on the reading thread, at the latest after a MiB, of compressed bytes a MiB unpacked.
         *
         * @param offset up to where the bytes were fetched, from the start of the capture as it is stored; it can be the
         *     same as before
         */
        void at(long offset);
    }

    /** The window, read by absolute index. */
    protected ByteBuffer window = ByteBuffer.allocate(0);

    /** The offset in the capture of the window's index 0. */
    protected long base;

    /** One past the last readable index of the window. */
    protected int limit;

    private Watch watch = offset -> {};
    private long fetched;

    /** For the ways in, in this package. */
    Source() {}

    /**
     * Makes a range readable, as far as the capture has it.
     *
     * @param offset the first byte, from the start of the capture
     * @param length how many bytes
     * @return how many bytes are readable from there, at most {@code length}; fewer only at the end of the capture
     * @throws IOException when the bytes cannot be read
     */
    public final int require(long offset, int length) throws IOException {
        long index = offset - base;
        if (index < 0 || index + length > limit) {
            move(offset, length);
            index = offset - base;
        }
        return (int) Math.max(0, Math.min(length, limit - index));
    }

    /**
     * Returns the window. It may be another buffer after each {@link #require}.
     *
     * @return a big-endian buffer
     */
    public final ByteBuffer window() {
        return window;
    }

    /**
     * Returns where in the window an offset lies that was just required.
     *
     * @param offset from the start of the capture
     * @return an index into {@link #window}
     */
    public final int indexOf(long offset) {
        return (int) (offset - base);
    }

    /**
     * Returns the offset behind the last byte of the window; after a {@link #require} that gave too little, the end.
     *
     * @return from the start of the capture
     */
    public final long reached() {
        return base + limit;
    }

    /**
     * Returns how many bytes the capture has, as far as this is known: of a file the size it had when it was opened, of
     * a stream the bytes read so far.
     *
     * @return bytes
     */
    public abstract long size();

    /**
     * Has someone told how far the bytes are read.
     *
     * @param by who hears of it
     */
    public final void watch(Watch by) {
        watch = by;
    }

    /** Tells up to where the bytes were fetched. */
    final void fetched(long offset) {
        fetched = offset;
        watch.at(offset);
    }

    /** Tells that work goes on with what was fetched. */
    final void works() {
        watch.at(fetched);
    }

    /**
     * Tells how the bytes came to their end; of meaning once {@link #require} gave fewer bytes than asked.
     *
     * @return whether they are whole, or what cut them
     */
    public Ending ending() {
        return Ending.WHOLE;
    }

    /**
     * Tells whether the bytes are stored compressed.
     *
     * @return whether {@link #size} counts packed bytes
     */
    public boolean isCompressed() {
        return false;
    }

    /**
     * Passes over what is left, for those whose {@link #size} is only known at their end.
     *
     * @throws IOException when the bytes cannot be read
     */
    public void finish() throws IOException {
        // Most know their size from the start.
    }

    /**
     * Gives some of the bytes to another reader, at whatever offset, while this one is read on. The bytes stay as they are
     * until the new source is closed; this one must not be closed before.
     *
     * @param offset the first byte, from the start of the capture
     * @param length how many bytes, fewer only at the end of the capture
     * @return the bytes, which can be read by another thread
     * @throws IOException when the bytes cannot be read
     * @throws UnsupportedOperationException when there are no {@linkplain #hasStretches stretches}
     */
    public Source stretch(long offset, int length) throws IOException {
        throw new UnsupportedOperationException("the bytes come one behind the other");
    }

    /**
     * Says whether some of the bytes can be read before others.
     *
     * @return whether they can
     */
    public boolean hasStretches() {
        return false;
    }

    /**
     * Tells that someone has read all bytes up to an offset from stretches of this source.
     *
     * @param offset from the start of the capture
     */
    public final void passed(long offset) {
        fetched(offset);
    }

    /** Moves the window so that it begins at or before {@code offset} and holds {@code length} bytes if there are. */
    abstract void move(long offset, int length) throws IOException;
}
