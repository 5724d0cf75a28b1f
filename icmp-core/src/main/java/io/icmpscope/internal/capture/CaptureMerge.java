package io.icmpscope.internal.capture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The frames of several captures as one timeline: of the frames that come next in each, the earliest; a frame without a
 * time directly behind the one before it in its capture. Frames of one time come in the order of their captures, which is
 * that of their first frames, then of their names: the order in which they are given decides nothing.
 *
 * <p>Each file is opened for its first frame, closed, and opened again when its turn comes, so that only captures are open
 * that overlap in time. A stream stays open.
 */
public final class CaptureMerge implements Frames {

    /** Those that have no frame stand behind the others, those whose first frame has no time before them. */
    private static final Comparator<MergedCapture> CANONICAL = Comparator.comparing(MergedCapture::isEmpty)
            .thenComparing(MergedCapture::time)
            .thenComparing(MergedCapture::name);

    /** In canonical order. */
    private final List<MergedCapture> captures;

    private final PriorityQueue<MergedCapture> waiting = new PriorityQueue<>();
    private @Nullable MergedCapture current;
    private long frames;

    private CaptureMerge(List<MergedCapture> captures) {
        this.captures = captures;
        for (int i = 0; i < captures.size(); i++) {
            MergedCapture capture = captures.get(i);
            capture.standsAt(i);
            if (!capture.isEmpty()) {
                waiting.add(capture);
            }
        }
    }

    /**
     * Opens captures, each to its first frame.
     *
     * @param inputs the captures, in any order
     * @return their frames, before the first one
     * @throws IOException when one of them is no capture or cannot be read; its message names it
     */
    public static CaptureMerge open(List<CaptureInput> inputs) throws IOException {
        List<MergedCapture> captures = new ArrayList<>();
        try {
            for (CaptureInput input : inputs) {
                captures.add(MergedCapture.open(input));
            }
        } catch (IOException | RuntimeException failure) {
            closeAll(captures);
            throw failure;
        }
        captures.sort(CANONICAL);
        return new CaptureMerge(captures);
    }

    @Override
    public boolean next(Frame frame) throws IOException {
        MergedCapture earliest = advance();
        current = earliest;
        if (earliest == null) {
            return false;
        }
        earliest.show(frame, ++frames);
        return true;
    }

    /** The bytes of the latest frame are lost with this, and not before: its capture is the one that goes on. */
    private @Nullable MergedCapture advance() throws IOException {
        MergedCapture latest = current;
        if (latest != null && latest.advance()) {
            MergedCapture other = waiting.peek();
            if (latest.headHasNoTime() || other == null || latest.compareTo(other) < 0) {
                return latest;
            }
            waiting.add(latest);
        }
        MergedCapture earliest = waiting.poll();
        while (earliest != null && !earliest.isOpen()) {
            if (earliest.reopen()) {
                waiting.add(earliest); // it may have been written anew meanwhile
            }
            earliest = waiting.poll();
        }
        return earliest;
    }

    /** Each capture is finished when its last frame is behind. */
    @Override
    public void finish() {}

    @Override
    public List<CaptureStorage> captures() {
        return captures.stream().map(MergedCapture::storage).toList();
    }

    @Override
    public void close() throws IOException {
        closeAll(captures);
    }

    private static void closeAll(List<MergedCapture> captures) throws IOException {
        IOException first = null;
        for (MergedCapture capture : captures) {
            try {
                capture.close();
            } catch (IOException failure) {
                first = first == null ? failure : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
