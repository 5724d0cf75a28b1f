package io.icmpscope;

import io.icmpscope.report.Access;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * An analysis as many machines do it, with nothing but the public pieces: all that would go over a wire is serialized and read
 * back.
 */
final class Machines {

    private final SortedMap<String, byte[]> captures;
    private final AnalysisOptions options;
    private final Random random;
    private final List<IcmpEvent> events = new ArrayList<>();
    private int overlapping;
    private int joined;

    Machines(SortedMap<String, byte[]> captures, AnalysisOptions options, Random random) {
        this.captures = captures;
        this.options = options;
        this.random = random;
    }

    /** The same on one machine. */
    static IcmpReport alone(SortedMap<String, byte[]> captures, AnalysisOptions options) throws IOException {
        return IcmpAnalyzer.analyze(timeline(captures, captures.keySet()), options);
    }

    IcmpReport report(int parts) throws IOException {
        TimelineOrder order = decode();
        List<IcmpEvent> waiting = new ArrayList<>();
        List<IcmpEvent> settled = new ArrayList<>();
        for (IcmpEvent event : events) {
            if (!order.saysNothing(event)) {
                (event.needsJoin() ? waiting : settled).add(sent(order.place(event)));
            }
        }
        EventJoin join = new EventJoin();
        Collections.sort(waiting);
        List<IcmpEvent> given = new ArrayList<>();
        for (IcmpEvent event : waiting) {
            join.join(event).forEach(found -> given.add(sent(found)));
        }
        joined = given.size();
        EventJoin.Result result = sent(join.result());
        settled.replaceAll(result::number);
        settled.addAll(given);
        return merged(dealt(settled, parts)).report(order, result);
    }

    /** How many captures had to be decoded together. */
    int overlapping() {
        return overlapping;
    }

    /** How many messages and probes took a join. */
    int joined() {
        return joined;
    }

    private TimelineOrder decode() throws IOException {
        Map<String, CaptureStretch> stretches = new HashMap<>();
        for (String name : captures.keySet()) {
            stretches.put(name, decode(Set.of(name)));
        }
        List<List<String>> groups = TimelineOrder.of(stretches.values()).overlapping();
        for (List<String> group : groups) {
            overlapping += group.size();
            Set<String> names = new HashSet<>(group);
            Predicate<IcmpEvent> isOfOne = event -> names.contains(event.place().file());
            events.removeIf(isOfOne);
            stretches.keySet().removeAll(names);
            stretches.put(group.get(0), decode(names));
        }
        return sent(TimelineOrder.of(stretches.values()));
    }

    private CaptureStretch decode(Set<String> names) throws IOException {
        try (CaptureEvents decoded = CaptureEvents.open(timeline(captures, names), Access.READ)) {
            for (IcmpEvent event = decoded.next(); event != null; event = decoded.next()) {
                events.add(sent(event));
            }
            return sent(decoded.stretch());
        }
    }

    private static Timeline timeline(Map<String, byte[]> captures, Set<String> names) {
        Timeline timeline = Timeline.of(List.of());
        names.forEach(name -> timeline.add(name, () -> new ByteArrayInputStream(captures.get(name))));
        return timeline;
    }

    private List<PartialReport> dealt(List<IcmpEvent> settled, int parts) {
        Map<Integer, List<IcmpEvent>> hands = new LinkedHashMap<>();
        for (IcmpEvent event : settled) {
            int part = Math.floorMod(event.askingHost().hashCode() * 0x9E3779B9 >>> 8, parts);
            hands.computeIfAbsent(part, fresh -> new ArrayList<>()).add(event);
        }
        List<PartialReport> partials = new ArrayList<>();
        hands.values().forEach(hand -> {
            PartialReport partial = sent(new PartialReport(options));
            Collections.sort(hand);
            int half = hand.size() / 2;
            hand.subList(0, half).forEach(partial::see);
            PartialReport moved = sent(partial); // to go on elsewhere
            hand.subList(half, hand.size()).forEach(moved::see);
            partials.add(moved);
        });
        return partials;
    }

    private PartialReport merged(List<PartialReport> partials) {
        PartialReport whole = new PartialReport(options);
        partials.add(whole);
        while (partials.size() > 1) {
            PartialReport taken = sent(partials.remove(random.nextInt(partials.size())));
            int into = random.nextInt(partials.size());
            partials.set(into, sent(partials.get(into)).merge(taken));
        }
        return partials.get(0);
    }

    @SuppressWarnings("unchecked") // it is what was sent
    static <T> T sent(T value) {
        try {
            ByteArrayOutputStream wire = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(wire)) {
                out.writeObject(value);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(wire.toByteArray()))) {
                return (T) in.readObject();
            }
        } catch (IOException | ClassNotFoundException failure) {
            throw new AssertionError(failure);
        }
    }
}
