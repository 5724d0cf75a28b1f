package io.icmpscope.internal.analysis.parallel;

import io.icmpscope.internal.capture.CaptureReader;
import io.icmpscope.internal.packet.PacketStretch;
import io.icmpscope.internal.packet.PacketView;
import java.io.IOException;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** A stretch that is read before the frames before it are known. */
final class Ahead {

    final long from;
    final long to;
    private final CaptureReader snapshot;
    private final ToIntFunction<PacketView> owner;
    private @Nullable PacketStretch stretch;
    private boolean done;

    Ahead(CaptureReader snapshot, long from, long to, ToIntFunction<PacketView> owner) {
        this.snapshot = snapshot;
        this.from = from;
        this.to = to;
        this.owner = owner;
    }

    /** Reads it; what cannot be read is left to those who read in order, who say what is wrong. */
    void read() {
        PacketStretch read = null;
        try {
            read = PacketStretch.read(snapshot, from, to, owner);
        } catch (IOException unreadable) {
            // and so it does not continue anything
        }
        synchronized (this) {
            stretch = read;
            done = true;
        }
    }

    synchronized boolean isDone() {
        return done;
    }

    /** What was found, or null when it could not be read. */
    synchronized @Nullable PacketStretch stretch() {
        return stretch;
    }

    void close() throws IOException {
        PacketStretch read = stretch();
        if (read != null) {
            read.close();
        }
    }
}
