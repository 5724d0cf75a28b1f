package io.icmpscope.bench.spark;

import io.icmpscope.CaptureEvents;
import io.icmpscope.CaptureStretch;
import io.icmpscope.IcmpEvent;
import io.icmpscope.report.Access;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Queue;
import org.apache.spark.TaskContext;
import org.apache.spark.util.TaskCompletionListener;
import org.jspecify.annotations.Nullable;

/**
 * The events of captures that are decoded together, one at a time as a task asks for them, and behind them what else there is
 * to know: a {@link CaptureStretch}, and one for each capture that cannot be opened.
 */
final class DecodedCaptures implements Iterator<Serializable> {

    private final Queue<CaptureStretch> stretches = new ArrayDeque<>();
    private @Nullable CaptureEvents events;
    private @Nullable Serializable following;

    private DecodedCaptures(List<String> captures, Access access) throws IOException {
        List<Path> readable = new ArrayList<>();
        for (String capture : captures) {
            Path path = Path.of(capture);
            IOException fault = opened(path, access);
            if (fault == null) {
                readable.add(path);
            } else {
                stretches.add(CaptureStretch.unreadable(capture, fault));
            }
        }
        events = readable.isEmpty() ? null : CaptureEvents.open(readable, access);
    }

    /** Begins to decode, in a task that closes the captures whether it comes to their end or not. */
    static DecodedCaptures in(TaskContext task, List<String> captures, Access access) throws IOException {
        DecodedCaptures decoded = new DecodedCaptures(captures, access);
        TaskCompletionListener closing = ended -> decoded.close();
        task.addTaskCompletionListener(closing);
        return decoded;
    }

    /** Returns what keeps a capture from being opened, or null. */
    private static @Nullable IOException opened(Path capture, Access access) throws IOException {
        try {
            CaptureEvents.open(List.of(capture), access).close();
            return null;
        } catch (IOException fault) {
            return fault;
        }
    }

    @Override
    public boolean hasNext() {
        if (following == null) {
            following = read();
        }
        return following != null;
    }

    private @Nullable Serializable read() {
        CaptureEvents from = events;
        if (from == null) {
            return stretches.poll();
        }
        try {
            IcmpEvent event = from.next();
            if (event != null) {
                return event;
            }
            CaptureStretch whole = from.stretch();
            close();
            return whole;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Serializable next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Serializable next = following;
        following = null;
        return Objects.requireNonNull(next);
    }

    private void close() {
        CaptureEvents open = events;
        events = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
