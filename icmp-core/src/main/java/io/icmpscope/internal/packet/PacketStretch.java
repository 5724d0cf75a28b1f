package io.icmpscope.internal.packet;

import io.icmpscope.internal.capture.CaptureReader;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.capture.StretchReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * The ICMP messages of a stretch of a capture, found without knowing the frames before. Those frames that must be decoded
 * behind others are put aside until {@link PacketPump#take} does that. One thread reads a stretch, then one takes it, then
 * several can look at it.
 */
public final class PacketStretch implements PacketBatch {

    private final StretchReader reader;
    private final ToIntFunction<PacketView> owner;
    private final PacketRows rows;
    private final PacketDecoder decoder = PacketDecoder.ofFramesApart();
    private final FrameTally frames = new FrameTally();
    private final List<FrameAside> aside = new ArrayList<>(0);
    private long framesBefore;
    private long messagesBefore;

    private PacketStretch(StretchReader reader, ToIntFunction<PacketView> owner) {
        this.reader = reader;
        this.owner = owner;
        this.rows = new PacketRows(reader.bytes());
    }

    /**
     * Reads a stretch.
     *
     * @param whole a {@linkplain CaptureReader#snapshot snapshot} of the reader of the whole
     * @param from the offset in the capture from which on a frame may begin
     * @param to the offset at which no frame of this stretch begins
     * @param owner tells whose a message or probe is
     * @return the stretch, to be closed before the whole is
     * @throws IOException when the bytes cannot be read
     */
    public static PacketStretch read(CaptureReader whole, long from, long to, ToIntFunction<PacketView> owner)
            throws IOException {
        PacketStretch stretch = new PacketStretch(StretchReader.open(whole, from, to), owner);
        try {
            stretch.read();
            return stretch;
        } catch (IOException | RuntimeException failure) {
            stretch.close();
            throw failure;
        }
    }

    private void read() throws IOException {
        Frame frame = new Frame();
        PacketView view = new PacketView();
        while (reader.next(frame)) {
            frames.see(frame);
            if (decoder.decode(frame, view) || decoder.needsTheFramesBefore()) {
                int before = rows.count();
                if (!fit(frame, view)) {
                    rows.cut(before);
                    aside.add(new FrameAside(frame.copy(), before));
                }
            }
        }
    }

    /** Adds a row for each message of a frame; the view is at the first. Says whether there can be one for all. */
    private boolean fit(Frame frame, PacketView view) {
        do {
            if (decoder.needsTheFramesBefore() || !rows.add(view, owner.applyAsInt(view))) {
                return false;
            }
        } while (decoder.decodeMore(frame, view));
        return !decoder.needsTheFramesBefore();
    }

    /** Whether the frames are those that come next in the whole. */
    boolean continues(CaptureReader whole) {
        return reader.continues(whole);
    }

    /**
     * Says what lies before, and decodes what was put aside.
     *
     * @return how many messages there are
     */
    long take(long framesBeforeIt, long messagesBeforeIt, PacketDecoder inOrder) {
        framesBefore = framesBeforeIt;
        messagesBefore = messagesBeforeIt;
        long more = 0;
        for (FrameAside frame : aside) {
            more = frame.decode(inOrder, owner, framesBefore, messagesBefore, more);
        }
        inOrder.addUnsupported(decoder);
        return rows.count() + more;
    }

    FrameTally frames() {
        return frames;
    }

    void passTo(CaptureReader whole) {
        reader.passTo(whole);
    }

    @Override
    public void forEach(int ofOwner, Consumer<PacketView> action) {
        PacketView view = new PacketView();
        int nextAside = 0;
        long more = 0;
        for (int row = 0; row < rows.count(); row++) {
            while (nextAside < aside.size() && aside.get(nextAside).row() == row) {
                more = aside.get(nextAside++).forEach(ofOwner, action);
            }
            if (rows.owner(row) == ofOwner) {
                rows.fill(view, row, framesBefore, messagesBefore + row + 1 + more);
                action.accept(view);
            }
        }
        while (nextAside < aside.size()) {
            aside.get(nextAside++).forEach(ofOwner, action);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
