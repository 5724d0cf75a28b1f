package io.icmpscope;

import io.icmpscope.internal.analysis.Captured;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.CaptureTotals;
import io.icmpscope.internal.packet.FrameOrder;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.CaptureFile;
import io.icmpscope.report.CaptureWarning;
import io.icmpscope.report.Listing;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The order in which stretches of captures follow one another, and what stands before each: it gives events that were decoded
 * apart their place in the whole. See {@link PartialReport}.
 *
 * <p>Immutable, safe for several threads; made once and sent to all who place events. The serialized form can be read only by
 * the version of this library that wrote it, and must be read only from a source that is trusted.
 *
 * @serial exclude
 */
public final class TimelineOrder implements Serializable {

    private static final int MAX_WARNINGS = 100; // as of any capture

    /**
     * What stands before the events of a capture.
     *
     * @param frames how many frames
     * @param messages how many messages
     * @param capture the position of the capture
     * @param probes whether an answer to one of their probes may come
     */
    private record Before(long frames, long messages, int capture, boolean probes) implements Serializable {}

    private final List<StretchInTime> stretches; // in order
    private final List<CaptureWarning> unreadable;
    private final Map<String, Before> before = new HashMap<>(); // by capture
    private final Map<String, Integer> positions = new HashMap<>(); // likewise
    private final List<List<String>> overlapping;

    private TimelineOrder(Collection<CaptureStretch> all) {
        unreadable = all.stream()
                .flatMap(stretch -> stretch.warnings().stream())
                .sorted(Comparator.comparing(CaptureWarning::file, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        stretches = all.stream()
                .filter(stretch -> !stretch.captures().isEmpty())
                .map(StretchInTime::of)
                .sorted()
                .toList();
        if (stretches.isEmpty()) {
            throw new IllegalArgumentException("captures: none that can be read");
        }
        inOrder().forEach(capture -> {
            if (positions.put(capture.name(), positions.size()) != null) {
                throw new IllegalArgumentException("captures: " + capture.name() + " twice");
            }
        });
        overlapping = StretchInTime.overlapping(stretches);
        count();
    }

    /**
     * Puts stretches in order.
     *
     * @param stretches all captures of an analysis, each in one stretch; at least one of them readable
     * @return the order
     * @throws IllegalArgumentException when there is no capture, or one is in two stretches
     */
    public static TimelineOrder of(Collection<CaptureStretch> stretches) {
        return new TimelineOrder(stretches);
    }

    /** All captures as the timeline has them, those without frames behind the others. */
    private Stream<CaptureTotals> inOrder() {
        return stretches.stream()
                .flatMap(stretch -> stretch.captures().stream())
                .sorted(CaptureTotals.CANONICAL);
    }

    private void count() {
        long frames = 0;
        long messages = 0;
        boolean probes = false;
        for (StretchInTime one : stretches) {
            probes |= one.stretch().mayBringProbe();
            for (CaptureTotals capture : one.captures()) {
                int position = Objects.requireNonNull(positions.get(capture.name()));
                before.put(capture.name(), new Before(frames, messages, position, probes));
            }
            frames += one.stretch().frames();
            messages += one.stretch().messages();
        }
    }

    /**
     * Tells which captures must be decoded anew, together, because they overlap in time and were decoded apart.
     *
     * @return the names of the captures of each group; none when all stretches can be placed
     */
    public List<List<String>> overlapping() {
        return overlapping;
    }

    /**
     * Gives an event that was decoded with its stretch its place in the whole.
     *
     * @param event as {@link CaptureEvents#next} returned it
     * @return the same at its place
     * @throws IllegalStateException when captures {@linkplain #overlapping overlap}
     * @throws IllegalArgumentException when the event is of another capture
     */
    public IcmpEvent place(IcmpEvent event) {
        if (!overlapping.isEmpty()) {
            throw new IllegalStateException("captures overlap: " + overlapping.get(0));
        }
        IcmpEvent.Place apart = event.place();
        Before known = before(event);
        String file = isAlone() ? null : apart.file();
        return event.at(new IcmpEvent.Place(
                known.frames + apart.frame(), known.messages + apart.messages(), file, known.capture));
    }

    /**
     * Says whether an event {@linkplain IcmpEvent#needsJoin that needs a join} may be left out, because nothing came before it
     * that it could have to do with: most segments that begin or refuse a connection, where nobody traces routes by TCP.
     *
     * @param event as {@link CaptureEvents#next} returned it
     * @return whether it tells nothing
     */
    public boolean saysNothing(IcmpEvent event) {
        return event.mightOnlyAnswer() && !before(event).probes;
    }

    private Before before(IcmpEvent event) {
        Before known = before.get(Objects.requireNonNull(event.place().file(), "placed already"));
        if (known == null) {
            throw new IllegalArgumentException(event + " is of another capture");
        }
        return known;
    }

    private boolean isAlone() {
        return positions.size() == 1;
    }

    /** What the report says of the captures. */
    Captured captured(EventJoin.Result joined) {
        List<CaptureFile> files = new ArrayList<>();
        List<FrameOrder> orders = new ArrayList<>();
        List<CaptureTotals> all = inOrder().toList();
        for (CaptureTotals capture : all) {
            Before known = Objects.requireNonNull(before.get(capture.name()));
            files.add(capture.file(known.frames, joined.incomplete(known.capture)));
            orders.add(capture.order(isAlone(), known.frames));
        }
        CaptureFacts facts = isAlone() ? files.get(0).facts() : CaptureFacts.ofTimeline(files);
        long messages = joined.messages()
                + stretches.stream().mapToLong(one -> one.stretch().messages()).sum();
        return new Captured(
                stretches.stream().mapToLong(one -> one.stretch().frames()).sum(),
                messages,
                all.stream().mapToLong(CaptureTotals::lastTimeNanos).max().orElse(Frame.NO_TIME),
                withUnreadable(facts),
                isAlone() ? List.of() : files,
                joined.troubles(),
                orders);
    }

    private CaptureFacts withUnreadable(CaptureFacts facts) {
        List<CaptureWarning> warnings = new ArrayList<>(facts.warnings().entries());
        unreadable.stream().limit(Math.max(0, MAX_WARNINGS - warnings.size())).forEach(warnings::add);
        long all = facts.warnings().total() + unreadable.size();
        return facts.withWarnings(new Listing<>(warnings, all - warnings.size()));
    }
}
