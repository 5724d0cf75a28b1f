package io.icmpscope.internal.analysis.finding;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Evidence;
import io.icmpscope.report.Finding.Measured;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Listing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a finding together, so that rules name what they say. What a rule leaves out is refused when it is built. */
public final class FindingBuilder {

    private static final int MOST_FRAMES = 10;
    private static final int MOST_ADDRESSES = 10;

    private final FindingKind kind;
    private final Severity severity;
    private final Confidence confidence;
    private @Nullable String title;
    private @Nullable String summary;
    private @Nullable String mayBeBenign;
    private @Nullable String nextStep;
    private @Nullable String displayFilter;
    private @Nullable Measured measured;
    private Listing<IpAddress> addresses = Listing.whole(List.of());
    private long count;
    private List<Long> frames = List.of();
    private @Nullable Instant firstTime;
    private @Nullable Instant lastTime;

    private FindingBuilder(FindingKind kind, Severity severity, Confidence confidence) {
        this.kind = kind;
        this.severity = severity;
        this.confidence = confidence;
    }

    /**
     * Begins a finding.
     *
     * @param kind of which kind it is
     * @param severity how much it matters
     * @param confidence how sure it is
     * @return a builder
     */
    public static FindingBuilder of(FindingKind kind, Severity severity, Confidence confidence) {
        return new FindingBuilder(kind, severity, confidence);
    }

    /**
     * Says what was observed.
     *
     * @param line the title: a line without a full stop
     * @param sentences the summary: one or two sentences with numbers
     * @return this builder
     */
    public FindingBuilder says(String line, String sentences) {
        title = line;
        summary = sentences;
        return this;
    }

    /**
     * Names the number that decided.
     *
     * @param metric what was measured, with its unit
     * @param value its value
     * @param threshold from which value on it is a finding of this severity
     * @return this builder
     */
    public FindingBuilder measured(String metric, double value, double threshold) {
        measured = new Measured(metric, value, threshold);
        return this;
    }

    /**
     * Names the number that decided.
     *
     * @param metric what was counted
     * @param value how many
     * @param threshold from which value on it is a finding of this severity
     * @return this builder
     */
    public FindingBuilder measured(String metric, long value, double threshold) {
        return measured(metric, (double) value, threshold);
    }

    /**
     * Names whom it concerns.
     *
     * @param concerned the one that it is about first; the first ten different ones are listed
     * @return this builder
     */
    public FindingBuilder about(List<IpAddress> concerned) {
        List<IpAddress> different = concerned.stream().distinct().toList();
        List<IpAddress> listed = new ArrayList<>(different.subList(0, Math.min(MOST_ADDRESSES, different.size())));
        addresses = new Listing<>(listed, different.size() - listed.size());
        return this;
    }

    /**
     * Names whom it concerns.
     *
     * @param concerned the one that it is about first
     * @return this builder
     */
    public FindingBuilder about(IpAddress... concerned) {
        return about(List.of(concerned));
    }

    /**
     * Says what it rests on.
     *
     * @param messages how many there are
     * @param inFrames the frames of the first, ascending
     * @param first when the first was seen, or null
     * @param last when the last was seen, or null
     * @return this builder
     */
    public FindingBuilder evidence(
            long messages, List<Long> inFrames, @Nullable Instant first, @Nullable Instant last) {
        count = messages;
        frames = inFrames.subList(0, Math.min(MOST_FRAMES, inFrames.size()));
        firstTime = first;
        lastTime = last;
        return this;
    }

    /**
     * Says what it rests on.
     *
     * @param seen the messages
     * @return this builder
     */
    public FindingBuilder evidence(Seen seen) {
        return evidence(seen.count(), seen.frames(), seen.first(), seen.last());
    }

    /**
     * Says what else it may be, and how to be sure.
     *
     * @param harmless which harmless cause looks the same: a sentence or two
     * @param toDo what to do next: a sentence or two
     * @param filter a display filter of Wireshark that shows the evidence
     * @return this builder
     */
    public FindingBuilder check(String harmless, String toDo, String filter) {
        mayBeBenign = harmless;
        nextStep = toDo;
        displayFilter = filter;
        return this;
    }

    /**
     * Ends the finding.
     *
     * @return the finding
     */
    public Finding build() {
        return new Finding(
                kind.id(),
                said(title),
                severity,
                confidence,
                kind.category(),
                said(summary),
                new Evidence(count, frames, firstTime, lastTime, addresses, said(measured)),
                said(mayBeBenign),
                said(nextStep),
                said(displayFilter),
                kind.references());
    }

    private <T> T said(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException(kind.id() + " leaves something out");
        }
        return part;
    }
}
