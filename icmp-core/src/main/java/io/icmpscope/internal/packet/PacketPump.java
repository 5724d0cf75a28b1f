package io.icmpscope.internal.packet;

import io.icmpscope.internal.capture.CaptureReader;
import io.icmpscope.internal.capture.CaptureStorage;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.capture.Frames;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.CaptureFile;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Pumps a capture, or several as one timeline, through the decoder, one ICMP message at a time, and keeps count of what goes by. */
public final class PacketPump implements Closeable {

    private final Frames source;
    private final FrameTally[] tallies; // one a capture
    private final PacketDecoder decoder = new PacketDecoder();
    private final Frame frame = new Frame();
    private final PacketView view = new PacketView();
    private boolean ended;
    private long frames;
    private long messages;

    /**
     * Prepares to read frames.
     *
     * @param source the capture or the timeline; closed with the pump
     */
    public PacketPump(Frames source) {
        this.source = source;
        this.tallies = new FrameTally[source.captures().size()];
        Arrays.setAll(tallies, capture -> new FrameTally());
    }

    /**
     * Goes on to the next ICMP message.
     *
     * @return whether there was one; {@link #view} points at it until the next call
     * @throws IOException when the bytes cannot be read; damage is no reason
     */
    public boolean next() throws IOException {
        while (nextEvent()) {
            if (view.isIcmp()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Goes on to the next ICMP message, traceroute's probe by UDP or TCP, or answer to one.
     *
     * @return whether there was one; {@link #view} points at it until the next call
     * @throws IOException when the bytes cannot be read; damage is no reason
     */
    public boolean nextEvent() throws IOException {
        if (decoder.decodeMore(frame, view)) {
            return countMessage();
        }
        while (!ended && source.next(frame)) {
            if (decodes()) {
                return countMessage();
            }
        }
        end();
        return false;
    }

    /**
     * Goes on likewise, as long as frames begin before an offset.
     *
     * @param whole the capture that this pump reads, which must be the only one
     * @param offset from the start of the capture
     * @return whether there was a message or probe
     * @throws IOException when the bytes cannot be read; damage is no reason
     */
    public boolean nextEventBefore(CaptureReader whole, long offset) throws IOException {
        if (decoder.decodeMore(frame, view)) {
            return countMessage();
        }
        while (!ended && whole.offset() < offset) {
            if (!whole.next(frame)) {
                end();
            } else if (decodes()) {
                return countMessage();
            }
        }
        return false;
    }

    /**
     * Takes what was found in a stretch instead of reading that, if the stretch continues what was read.
     *
     * @param whole the capture that this pump reads, which must be the only one
     * @param stretch the messages of a stretch
     * @return whether it did
     */
    public boolean take(CaptureReader whole, PacketStretch stretch) {
        if (!stretch.continues(whole)) {
            return false;
        }
        long found = stretch.take(frames, messages, decoder);
        tallies[0].append(stretch.frames(), frames);
        frames += stretch.frames().frames();
        messages += found;
        stretch.passTo(whole);
        return true;
    }

    /**
     * Says whether the capture was read to its end.
     *
     * @return whether there is nothing more
     */
    public boolean hasEnded() {
        return ended;
    }

    private boolean decodes() {
        frames++;
        tallies[frame.capture()].see(frame);
        return decoder.decode(frame, view);
    }

    private void end() throws IOException {
        if (!ended) {
            ended = true;
            source.finish();
        }
    }

    private boolean countMessage() {
        if (view.isIcmp()) {
            view.messageNumber = ++messages;
        }
        return true;
    }

    /**
     * Returns the message that {@link #next} found.
     *
     * @return always the same view
     */
    public PacketView view() {
        return view;
    }

    /**
     * Returns how many frames went by.
     *
     * @return frames so far
     */
    public long frames() {
        return frames;
    }

    /**
     * Returns how many ICMP messages were found.
     *
     * @return messages so far
     */
    public long messages() {
        return messages;
    }

    /**
     * Returns the latest time stamp.
     *
     * @return nanoseconds since 1970, or {@link Frame#NO_TIME} when no frame has one
     */
    public long lastTimeNanos() {
        long latest = Frame.NO_TIME;
        for (FrameTally tally : tallies) {
            latest = Math.max(latest, tally.lastTimeNanos());
        }
        return latest;
    }

    /**
     * Returns what was odd about the fragments of ICMP messages.
     *
     * @return what was seen so far
     */
    public List<FragmentTrouble> fragmentTroubles() {
        return decoder.fragmentTroubles();
    }

    /**
     * Returns in which order the frames of each capture came, and how many were cut.
     *
     * @return one for each capture
     */
    public List<FrameOrder> frameOrders() {
        List<FrameOrder> orders = new ArrayList<>();
        for (CaptureStorage storage : source.captures()) {
            orders.add(tallies[orders.size()].order(storage.name(), 0));
        }
        return orders;
    }

    /**
     * Returns what the capture is, as far as it was read.
     *
     * @return the facts, of several captures those of the timeline
     */
    public CaptureFacts facts() {
        List<CaptureFile> several = captures();
        return several.isEmpty() ? facts(0, source.captures().get(0)) : CaptureFacts.ofTimeline(several);
    }

    /**
     * Returns what each of several captures is, as far as it was read.
     *
     * @return the captures in the order of the timeline, or none when there is only one
     */
    public List<CaptureFile> captures() {
        List<CaptureFile> several = new ArrayList<>();
        for (CaptureStorage storage : source.captures()) {
            String name = storage.name();
            if (name != null) {
                int capture = several.size();
                FrameTally tally = tallies[capture];
                several.add(new CaptureFile(name, tally.firstFrame(), tally.frames(), facts(capture, storage)));
            }
        }
        return several;
    }

    private CaptureFacts facts(int capture, CaptureStorage storage) {
        return StorageFacts.of(
                storage, tallies[capture], decoder.unsupportedLinkTypes(capture), decoder.incompleteFragments(capture));
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
