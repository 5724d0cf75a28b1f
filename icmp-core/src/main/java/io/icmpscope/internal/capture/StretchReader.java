package io.icmpscope.internal.capture;

import io.icmpscope.internal.bytes.Source;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Reads the frames that begin in a stretch of a capture while others read what lies before it. Where the first of them
 * begins it can only guess, by what looks like records or blocks one behind the other. Whoever reads the capture from its
 * start proves the guess right or wrong when he has come there: {@link #continues}. Anything but plain packets, such as
 * damage, a comment or an interface, makes it wrong: only the whole can tell what that means. For one thread at a time.
 */
public final class StretchReader implements Closeable {

    /** How far behind its end a stretch is readable, for the rest of its last frame: an IP datagram of 64 KiB in a block. */
    private static final int BEHIND = 68 << 10;

    private static final long NOWHERE = -1;

    private final CaptureReader reader;
    private final int state;
    private final long from;
    private final long to;
    private long start = NOWHERE;
    private boolean ended;

    private StretchReader(CaptureReader like, Source bytes, long from, long to) {
        this.reader = like.fork(bytes, from);
        this.state = like.state();
        this.from = from;
        this.to = to;
    }

    /**
     * Prepares to read a stretch.
     *
     * @param whole a {@linkplain CaptureReader#snapshot snapshot} of the reader of the whole
     * @param from the offset in the capture from which on a frame may begin
     * @param to the offset at which no frame of this stretch begins
     * @return the reader, which must be closed before that of the whole
     * @throws IOException when the bytes cannot be read
     */
    public static StretchReader open(CaptureReader whole, long from, long to) throws IOException {
        Source bytes = whole.source.stretch(from, (int) (to - from) + BEHIND);
        return new StretchReader(whole, bytes, from, to);
    }

    /**
     * Returns the bytes of the stretch, in which all its frames lie.
     *
     * @return a buffer that stays as it is until this is closed
     */
    public ByteBuffer bytes() {
        return reader.source.window();
    }

    /**
     * Goes on to the next frame; the numbers of frames begin with 1.
     *
     * @param frame where to note it
     * @return whether there was one
     * @throws IOException when the bytes cannot be read
     */
    public boolean next(Frame frame) throws IOException {
        if (start == NOWHERE && !findsStart()) {
            return false;
        }
        if (reader.offset < to && !reader.notes.isTouched() && reader.next(frame)) {
            return !reader.notes.isTouched();
        }
        ended = !reader.notes.isTouched();
        return false;
    }

    private boolean findsStart() throws IOException {
        for (long at = from; at < to; at += reader.step()) {
            if (reader.isLikelyFrame(at)) {
                start = at;
                reader.offset = at;
                return true;
            }
        }
        return false;
    }

    /**
     * Says whether the frames that were read are those that come next in the whole, and all of the stretch.
     *
     * @param whole the reader of the whole, behind the last frame before the stretch
     * @return whether they are
     */
    public boolean continues(CaptureReader whole) {
        return ended && start == whole.offset && state == whole.state();
    }

    /**
     * Has the whole go on behind this stretch, which {@link #continues} it.
     *
     * @param whole the reader of the whole
     */
    public void passTo(CaptureReader whole) {
        whole.pass(reader);
        whole.source.passed(Math.min(whole.offset, whole.source.size()));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
