package io.icmpscope.internal.analysis.finding.packet;

import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.Rule;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.internal.packet.FrameOrder;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.Threshold;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Frames that were captured in part. */
public final class TruncatedRule implements Rule {

    private static final Threshold FRAMES =
            new Threshold("TRUNCATED.frames", 1, "frames", "frames of which less was kept than was sent, at least");
    private static final Threshold HEADERS = new Threshold(
            "TRUNCATED.headers", 64, "bytes", "a snap length below which messages may not be recognised at all");

    private static final FindingKind KIND = new FindingKind(
            "TRUNCATED",
            Category.CAPTURE,
            "Frames were cut when they were captured: what lies behind the cut cannot be judged.",
            List.of(FRAMES, HEADERS),
            List.of());

    /** Makes the rule. */
    public TruncatedRule() {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void find(Merged merged, Consumer<Finding> found) {
        List<FrameOrder> cut = merged.observed(FrameOrder.class).stream()
                .filter(order -> order.cut() > 0)
                .toList();
        long frames = cut.stream().mapToLong(FrameOrder::cut).sum();
        if (frames < Math.max(1, merged.value(FRAMES))) {
            return;
        }
        List<OddPacket> messages = Odd.of(merged, Oddity.CUT);
        if (messages.isEmpty() && !mayHideMessages(merged)) {
            return;
        }
        found.accept(finding(merged, cut, frames, messages.isEmpty() ? null : messages.get(0)));
    }

    /** Whether so little of each frame was kept that ICMP behind a few headers would not be seen. */
    private static boolean mayHideMessages(Merged merged) {
        return merged.report().capture().interfaces().entries().stream()
                .anyMatch(from -> from.snaplen() > 0 && from.snaplen() < merged.value(HEADERS));
    }

    private static Finding finding(Merged merged, List<FrameOrder> cut, long frames, @Nullable OddPacket messages) {
        List<Long> first = messages == null
                ? cut.stream()
                        .flatMap(order -> order.cutFrames().stream())
                        .sorted()
                        .toList()
                : messages.frames();
        Instant firstTime = messages == null ? null : messages.firstTime();
        Instant lastTime = messages == null ? null : messages.lastTime();
        return FindingBuilder.of(KIND, Severity.INFO, Confidence.HIGH)
                .says(
                        messages == null
                                ? "Frames were cut so short that ICMP in them may not be recognised"
                                : "ICMP messages were cut by the capture",
                        Say.count(frames) + " of " + Say.count(merged.report().totalPackets())
                                + " frames were captured in part; "
                                + (messages == null
                                        ? "ICMP behind tunnels or extension headers may be among them."
                                        : Say.count(messages.count(), "ICMP message")
                                                + " came without the end: what stands there is not verified."))
                .measured("cut_frames", frames, merged.value(FRAMES))
                .about(messages == null ? List.of() : messages.addresses())
                .evidence(messages == null ? frames : messages.count(), first, firstTime, lastTime)
                .check(
                        "A small snap length is chosen to save space, or to keep what users send out of the file.",
                        "Capture again with the whole packets: tcpdump -s 0, or dumpcap without -s.",
                        messages == null
                                ? "frame.cap_len < frame.len"
                                : "(icmp || icmpv6) && frame.cap_len < frame.len")
                .build();
    }
}
