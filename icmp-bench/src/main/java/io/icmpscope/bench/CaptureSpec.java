package io.icmpscope.bench;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Everything that decides what is in a generated capture: equal values give equal bytes.
 *
 * @param kind what traffic
 * @param format in which file format
 * @param packets how many frames, at least 1; the last one is a UDP datagram that ends the capture
 * @param sessions how many pings take part, at least 1; with few packets not all come to send
 * @param seed of all random choices
 */
record CaptureSpec(TrafficKind kind, CaptureFormat format, long packets, int sessions, long seed) {

    /** Refuses empty captures. */
    CaptureSpec {
        if (packets < 1) {
            throw new IllegalArgumentException("packets: " + packets);
        }
        if (sessions < 1) {
            throw new IllegalArgumentException("sessions: " + sessions);
        }
    }

    /** A capture of about this many bytes with what is usual for its kind. */
    static CaptureSpec ofSize(TrafficKind kind, CaptureFormat format, long bytes) {
        return new CaptureSpec(kind, format, kind.packets(bytes), kind.usualSessions(), 1);
    }

    /** Writes the capture and says what is in it. */
    Truth generate(Path file) throws IOException {
        try (CaptureWriter out = format.create(file)) {
            return kind.traffic(packets, sessions, seed).writeTo(out);
        }
    }
}
