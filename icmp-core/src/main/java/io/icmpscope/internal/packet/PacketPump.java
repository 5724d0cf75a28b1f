package io.icmpscope.internal.packet;

import io.icmpscope.internal.capture.CaptureNotes;
import io.icmpscope.internal.capture.CaptureReader;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.wire.LinkTypes;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.CaptureFacts.SkippedBlocks;
import io.icmpscope.report.CaptureFacts.UnsupportedLinkType;
import io.icmpscope.report.CaptureInterface;
import io.icmpscope.report.Listing;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Pumps a capture through the decoder, one ICMP message at a time, and keeps count of what goes by. */
public final class PacketPump implements Closeable {

    private static final int MAX_LISTED_INTERFACES = 100;

    private final CaptureReader reader;
    private final PacketDecoder decoder = new PacketDecoder();
    private final Frame frame = new Frame();
    private final PacketView view = new PacketView();
    private boolean ended;
    private long frames;
    private long messages;
    private long truncatedFrames;
    private long firstTimeNanos = Long.MAX_VALUE;
    private long lastTimeNanos = Frame.NO_TIME;

    /**
     * Prepares to read a capture.
     *
     * @param reader the capture; closed with the pump
     */
    public PacketPump(CaptureReader reader) {
        this.reader = reader;
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
        while (!ended && reader.next(frame)) {
            frames++;
            if (frame.capturedBytes() < frame.wireBytes()) {
                truncatedFrames++;
            }
            long time = frame.timeNanos();
            if (time != Frame.NO_TIME) {
                firstTimeNanos = Math.min(firstTimeNanos, time);
                lastTimeNanos = Math.max(lastTimeNanos, time);
            }
            if (decoder.decode(frame, view)) {
                return countMessage();
            }
        }
        if (!ended) {
            ended = true;
            reader.finish();
        }
        return false;
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
        return lastTimeNanos;
    }

    /**
     * Returns what the capture is, as far as it was read.
     *
     * @return the facts
     */
    public CaptureFacts facts() {
        CaptureNotes notes = reader.notes();
        boolean timed = lastTimeNanos != Frame.NO_TIME;
        return new CaptureFacts(
                reader.format(),
                reader.byteOrder(),
                reader.isCompressed(),
                reader.size(),
                interfaces(notes),
                timed ? PacketEntries.instant(firstTimeNanos) : null,
                PacketEntries.instant(lastTimeNanos),
                truncatedFrames,
                decoder.incompleteFragments(),
                unsupportedLinkTypes(),
                skippedBlocks(notes),
                notes.comments(),
                notes.warnings());
    }

    private static Listing<CaptureInterface> interfaces(CaptureNotes notes) {
        List<CaptureInterface> listed = new ArrayList<>();
        notes.interfaces().stream()
                .limit(MAX_LISTED_INTERFACES)
                .forEach(note -> listed.add(new CaptureInterface(
                        listed.size(),
                        note.name(),
                        LinkTypes.name(note.linkType()),
                        note.snaplen(),
                        note.filter(),
                        note.received(),
                        note.dropped())));
        return new Listing<>(listed, notes.interfaces().size() - listed.size());
    }

    private static List<SkippedBlocks> skippedBlocks(CaptureNotes notes) {
        List<SkippedBlocks> listed = new ArrayList<>();
        notes.skipped().forEach((type, count) -> listed.add(new SkippedBlocks(type, count)));
        return listed;
    }

    private List<UnsupportedLinkType> unsupportedLinkTypes() {
        List<UnsupportedLinkType> listed = new ArrayList<>();
        decoder.unsupportedLinkTypes()
                .forEach((linkType, count) ->
                        listed.add(new UnsupportedLinkType(linkType, LinkTypes.name(linkType), count)));
        return listed;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
