package io.icmpscope.internal.packet;

import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.FragmentTrouble.Kind;
import io.icmpscope.message.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the troubles with fragments of ICMP messages, of the first {@value #MOST} pairs of hosts and kinds. */
final class FragmentTroubles {

    private static final int MOST = 1024;
    private static final int MOST_FRAMES = 10;

    /** What is odd, and between whom. */
    record Between(Kind kind, IpAddress source, IpAddress destination, int icmpVersion, int icmpType) {}

    private static final class Seen {
        final List<Long> frames = new ArrayList<>(2);
        long count;
        long measure;
        long firstNanos = Frame.NO_TIME;
        long lastNanos = Frame.NO_TIME;

        Seen(long measure) {
            this.measure = measure;
        }

        Seen copy() {
            Seen copy = new Seen(measure);
            copy.frames.addAll(frames);
            copy.count = count;
            copy.firstNanos = firstNanos;
            copy.lastNanos = lastNanos;
            return copy;
        }

        void note(long frame, long timeNanos) {
            count++;
            if (frames.size() < MOST_FRAMES) {
                frames.add(frame);
            }
            if (timeNanos != Frame.NO_TIME) {
                firstNanos = firstNanos == Frame.NO_TIME ? timeNanos : Math.min(firstNanos, timeNanos);
                lastNanos = Math.max(lastNanos, timeNanos);
            }
        }
    }

    private final Map<Between, Seen> all = new LinkedHashMap<>();

    FragmentTroubles copy() {
        FragmentTroubles copy = new FragmentTroubles();
        all.forEach((between, seen) -> copy.all.put(between, seen.copy()));
        return copy;
    }

    /** Notes one, with its measure: of what is oversized the largest is kept, of all others the smallest. */
    void note(Between between, long frame, long timeNanos, long measure) {
        Seen seen = all.get(between);
        if (seen == null && all.size() == MOST) {
            return;
        }
        if (seen == null) {
            seen = new Seen(measure);
            all.put(between, seen);
        }
        seen.measure =
                between.kind == Kind.OVERSIZED ? Math.max(seen.measure, measure) : Math.min(seen.measure, measure);
        seen.note(frame, timeNanos);
    }

    List<FragmentTrouble> list() {
        List<FragmentTrouble> list = new ArrayList<>(all.size());
        all.forEach((between, seen) -> list.add(new FragmentTrouble(
                between.kind,
                between.source,
                between.destination,
                between.icmpVersion,
                between.icmpType,
                seen.count,
                seen.measure,
                seen.frames.stream().sorted().toList(),
                PacketEntries.instant(seen.firstNanos),
                PacketEntries.instant(seen.lastNanos))));
        return list;
    }
}
