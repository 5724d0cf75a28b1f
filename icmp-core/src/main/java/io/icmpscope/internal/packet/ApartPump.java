package io.icmpscope.internal.packet;

import io.icmpscope.internal.capture.CaptureStorage;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.capture.FrameCopy;
import io.icmpscope.internal.capture.Frames;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Pumps captures of which the earlier ones are not known through the decoder. What they may be needed for is given as whole
 * frames, to be decoded when all are there: fragments, probes of TCP, and segments that might answer one.
 */
public final class ApartPump implements Closeable {

    private final Frames source;
    private final FrameTally[] tallies; // one a capture
    private final PacketDecoder decoder = PacketDecoder.ofFramesApart();
    private final Frame frame = new Frame();
    private final PacketView view = new PacketView();
    private final List<SentPacket> packets = new ArrayList<>(2);
    private @Nullable FrameCopy copy;
    private boolean mayBringProbe;
    private long frames;

    /**
     * Prepares to read frames.
     *
     * @param source captures as a timeline; closed with the pump
     */
    public ApartPump(Frames source) {
        this.source = source;
        this.tallies = new FrameTally[source.captures().size()];
        Arrays.setAll(tallies, capture -> new FrameTally());
    }

    /**
     * Goes on to the next frame that has something: either {@link #packets} or a {@link #copy}.
     *
     * @return whether there was one
     * @throws IOException when the bytes cannot be read; damage is no reason
     */
    public boolean next() throws IOException {
        while (source.next(frame)) {
            frames++;
            tallies[frame.capture()].see(frame);
            if (decode()) {
                return true;
            }
        }
        source.finish();
        return false;
    }

    private boolean decode() {
        packets.clear();
        copy = null;
        for (boolean found = decoder.decode(frame, view); found; found = decoder.decodeMore(frame, view)) {
            packets.add(SentPacket.of(view));
        }
        mayBringProbe |= decoder.mayBringProbe();
        if (decoder.needsTheFramesBefore()) {
            copy = FrameCopy.of(frame);
        }
        return copy != null || !packets.isEmpty();
    }

    /**
     * Returns the frame to decode when those before it are known.
     *
     * @return a copy, or null when {@link #packets} has all that there is in the frame
     */
    public @Nullable FrameCopy copy() {
        return copy;
    }

    /**
     * Returns the messages and probes of the frame; of no meaning when there is a {@link #copy}.
     *
     * @return in their order
     */
    public List<SentPacket> packets() {
        return packets;
    }

    /**
     * Says whether the copy is of no use unless a probe of TCP came before: there is nothing in the frame but a segment that
     * might answer one.
     *
     * @return whether there is nothing else
     */
    public boolean mightOnlyAnswer() {
        return packets.isEmpty() && !decoder.mattersToLaterFrames();
    }

    /**
     * Says whether a frame so far has a probe of TCP, or a fragment of a tunnel that may have one.
     *
     * @return whether one has
     */
    public boolean mayBringProbe() {
        return mayBringProbe;
    }

    /**
     * Returns the frame of the latest {@link #next}.
     *
     * @return always the same, its numbers those among the captures read here
     */
    public Frame frame() {
        return frame;
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
     * Returns what each capture is, as far as it was read.
     *
     * @return the captures in the order of the timeline
     */
    public List<CaptureTotals> captures() {
        List<CaptureTotals> all = new ArrayList<>();
        for (CaptureStorage storage : source.captures()) {
            int capture = all.size();
            FrameTally tally = tallies[capture];
            String name = Objects.requireNonNull(storage.name(), "captures of a timeline have names");
            all.add(new CaptureTotals(
                    name,
                    StorageFacts.of(
                            storage, tally, decoder.unsupportedLinkTypes(capture), /* incompleteFragments= */ 0),
                    tally));
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
