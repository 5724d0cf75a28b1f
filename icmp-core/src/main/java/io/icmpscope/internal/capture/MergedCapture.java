package io.icmpscope.internal.capture;

import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.CaptureWarning.Code;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** One capture of a {@link CaptureMerge} with the frame that comes next in it, its head. Ordered by that frame's time. */
final class MergedCapture implements Comparable<MergedCapture>, Closeable {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final CaptureInput input;
    private final Frame head = new Frame();
    private final boolean empty;
    private @Nullable CaptureReader reader;
    private CaptureStorage storage;
    private long time = Frame.NO_TIME; // the latest that a head had
    private int position;

    private MergedCapture(CaptureInput input) throws IOException {
        this.input = input;
        CaptureReader opened = openReader();
        this.storage = opened.storage(input.name());
        this.empty = !advance();
        if (input.reopens()) {
            close();
        }
    }

    /** Opens a capture, and if it is a file closes it again when its first frame is known. */
    static MergedCapture open(CaptureInput input) throws IOException {
        return new MergedCapture(input);
    }

    private CaptureReader openReader() throws IOException {
        try {
            CaptureReader opened = CaptureFormats.open(input.opening().open());
            reader = opened;
            return opened;
        } catch (IOException failure) {
            throw named(failure);
        }
    }

    /** Opens a file when its turn has come; says whether its first frame is there. Whoever rotates files deletes old ones. */
    boolean reopen() throws IOException {
        try {
            openReader();
        } catch (CaptureFormatException | NoSuchFileException gone) {
            missing(String.valueOf(gone.getMessage()));
            return false;
        }
        boolean there = advance();
        if (!there) {
            missing("it has no frames any more");
        }
        return there;
    }

    private void missing(String why) {
        storage.notes()
                .warn(
                        Code.SHORTENED,
                        0,
                        1,
                        "The file was there at first, but not when its turn came (" + why
                                + "); its frames are missing.");
    }

    /** Goes on to the next frame; closes the capture when there is none. */
    boolean advance() throws IOException {
        CaptureReader from = reader;
        if (from == null) {
            return false;
        }
        try {
            if (from.next(head)) {
                time = headHasNoTime() ? time : head.timeNanos;
                return true;
            }
            from.finish();
        } catch (IOException failure) {
            close();
            throw named(failure);
        } catch (RuntimeException stopped) {
            close();
            throw stopped;
        }
        close();
        return false;
    }

    private IOException named(IOException failure) {
        if (failure instanceof CaptureFormatException notACapture) {
            return notACapture.in(input.name());
        }
        return failure instanceof FileSystemException
                ? failure // it says the name
                : new IOException(input.name() + ": " + failure.getMessage(), failure);
    }

    /** Points a frame of the timeline at the head. */
    void show(Frame frame, long number) {
        frame.pointAt(head);
        frame.number = number;
        frame.numberInFile = head.number;
        frame.file = input.name();
        frame.capture = position;
    }

    void standsAt(int index) {
        position = index;
    }

    boolean isOpen() {
        return reader != null;
    }

    boolean isEmpty() {
        return empty;
    }

    boolean headHasNoTime() {
        return head.timeNanos == Frame.NO_TIME;
    }

    long time() {
        return time;
    }

    String name() {
        return input.name();
    }

    CaptureStorage storage() {
        return reader == null ? storage : reader.storage(input.name());
    }

    @Override
    public int compareTo(MergedCapture other) {
        return time == other.time ? Integer.compare(position, other.position) : Long.compare(time, other.time);
    }

    @Override
    public void close() throws IOException {
        CaptureReader open = reader;
        if (open != null) {
            storage = open.storage(input.name());
            reader = null;
            head.bytes = NOTHING; // a mapped window goes with the last that points at it
            open.close();
        }
    }
}
