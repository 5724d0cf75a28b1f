package io.icmpscope;

import io.icmpscope.internal.capture.FrameCopy;
import io.icmpscope.internal.packet.ApartPump;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.internal.packet.SentPacket;
import io.icmpscope.report.Access;
import io.icmpscope.report.CaptureFormatException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Decodes some of the captures of an analysis to {@linkplain IcmpEvent events}, apart from the others: the first step of an
 * analysis on many machines, which {@link PartialReport} describes.
 *
 * <p>Captures that overlap in time must be decoded together, since their frames alternate; which ones these are,
 * {@link TimelineOrder#overlapping} tells when each was decoded alone. Nothing is kept of an event that was handed out.
 *
 * <pre>{@code
 * try (CaptureEvents events = CaptureEvents.open(List.of(path), Access.MAPPED)) {
 *     for (IcmpEvent event = events.next(); event != null; event = events.next()) {
 *         send(event);
 *     }
 *     send(events.stretch());
 * }
 * }</pre>
 *
 * <p>For one thread.
 */
public final class CaptureEvents implements Closeable {

    private final ApartPump pump;
    private final PacketView view = new PacketView();
    private final Queue<IcmpEvent> ofTheFrame = new ArrayDeque<>(2);
    private long messages;
    private boolean ended;

    private CaptureEvents(ApartPump pump) {
        this.pump = pump;
    }

    /**
     * Opens capture files.
     *
     * @param captures regular files in any order, at least one; their names tell them from all others of the analysis
     * @param access how to read them
     * @return their events, to be closed by the caller
     * @throws CaptureFormatException when one of them is no capture that can be read; it says which
     * @throws IOException when one of them is missing, not a regular file or not readable; its message says which
     */
    public static CaptureEvents open(List<Path> captures, Access access) throws IOException {
        return open(Timeline.of(captures), access);
    }

    /**
     * Opens captures, files and streams.
     *
     * @param captures at least one capture; their names tell them from all others of the analysis
     * @param access how to read files
     * @return their events, to be closed by the caller
     * @throws CaptureFormatException when one of them is no capture that can be read; it says which
     * @throws IOException when one of them cannot be read; its message says which
     */
    public static CaptureEvents open(Timeline captures, Access access) throws IOException {
        Objects.requireNonNull(captures, "captures");
        Objects.requireNonNull(access, "access");
        return new CaptureEvents(new ApartPump(captures.openAsSeveral(access)));
    }

    /**
     * Goes on to the next event.
     *
     * @return the event, or null at the end
     * @throws IOException when the captures cannot be read; damage is no reason
     */
    public @Nullable IcmpEvent next() throws IOException {
        while (ofTheFrame.isEmpty() && !ended) {
            if (pump.next()) {
                take();
            } else {
                ended = true;
            }
        }
        return ofTheFrame.poll();
    }

    private void take() {
        FrameCopy copy = pump.copy();
        if (copy != null) {
            ofTheFrame.add(IcmpEvent.of(copy, pump.mightOnlyAnswer(), pump.frame(), messages));
            return;
        }
        for (SentPacket packet : pump.packets()) {
            messages += packet.isIcmp() ? 1 : 0;
            ofTheFrame.add(IcmpEvent.of(packet, pump.frame(), ofTheFrame.size(), messages, view));
        }
    }

    /**
     * Returns what there is to know of the captures beside their events.
     *
     * @return the stretch
     * @throws IllegalStateException when {@link #next} has not returned null yet
     */
    public CaptureStretch stretch() {
        if (!ended || !ofTheFrame.isEmpty()) {
            throw new IllegalStateException("there may be more events");
        }
        return CaptureStretch.of(pump.captures(), pump.frames(), messages, pump.mayBringProbe());
    }

    @Override
    public void close() throws IOException {
        pump.close();
    }
}
