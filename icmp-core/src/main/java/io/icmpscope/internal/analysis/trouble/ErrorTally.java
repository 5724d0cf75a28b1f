package io.icmpscope.internal.analysis.trouble;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.First;
import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.analysis.trouble.ErrorDetails.Sum;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.QuotedDatagram;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.ErrorGroup;
import io.icmpscope.report.ErrorGroup.Flow;
import io.icmpscope.report.ErrorGroup.Ports;
import io.icmpscope.report.Listing;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who reports which errors about whose datagrams to whom? Redirects are none: what they are about went on its way. */
public final class ErrorTally implements Collector {

    private static final Comparator<IpAddress> ADDRESS = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<Integer> NUMBER = Comparator.nullsFirst(Comparator.naturalOrder());

    /** Of those that are equal by the first two marks of {@link #mostFirst}. */
    private static final Comparator<ErrorGroup> ALIKE = Comparator.comparing(ErrorGroup::reporter)
            .thenComparingInt(ErrorGroup::icmpVersion)
            .thenComparingInt(ErrorGroup::icmpType)
            .thenComparing(ErrorGroup::icmpCode, NUMBER)
            .thenComparing(ErrorGroup::original, flowOrder());

    private final KeptMap<ErrorKey, ErrorDetails> errors;

    /**
     * Makes a tally of nothing.
     *
     * @param options how many flows to keep
     */
    public ErrorTally(AnalysisOptions options) {
        errors = new KeptMap<>(options.maxEntries());
    }

    private static Comparator<Flow> flowOrder() {
        return Comparator.comparing(Flow::source, ADDRESS)
                .thenComparing(Flow::destination, ADDRESS)
                .thenComparing(Flow::protocol, NUMBER)
                .thenComparing(Flow::sourcePort, NUMBER)
                .thenComparing(Flow::destinationPort, NUMBER)
                .thenComparing(flow -> flow.destinationPorts() == null
                        ? -1
                        : flow.destinationPorts().lowest())
                .thenComparing(Flow::identifier, NUMBER);
    }

    private static int mostFirst(ErrorGroup one, ErrorGroup other) {
        int byCount = Long.compare(other.count(), one.count());
        int byFrame = Long.compare(one.frames().get(0), other.frames().get(0));
        return byCount != 0 ? byCount : byFrame != 0 ? byFrame : ALIKE.compare(one, other);
    }

    @Override
    public void see(PacketView view) {
        if (!view.isError() || (view.icmpVersion() == 4 && view.type() == RedirectTally.REDIRECT)) {
            return;
        }
        QuotedDatagram quoted = ErrorKey.quoted(view);
        ErrorKey key = ErrorKey.of(view, quoted);
        ErrorDetails details = errors.of(key, ErrorDetails::new);
        if (details != null) {
            details.see(view, key.detail(quoted), key.role() != ErrorKey.Role.PROBE);
        }
    }

    @Override
    public void merge(Collector other) {
        errors.merge(((ErrorTally) other).errors, ErrorDetails::merge);
    }

    @Override
    public void contribute(ReportDraft draft) {
        errors.tellLimit("flows that errors are about", draft);
        int most = draft.options.maxListed();
        First<ErrorGroup> first = new First<>(most, ErrorTally::mostFirst);
        long[] groups = {errors.distinct() - errors.kept().size()};
        errors.kept().forEach((key, details) -> {
            groups[0] += details.size();
            details.forEach(sum -> {
                if (!comesAfter(sum, first.last())) {
                    first.add(group(key, sum));
                }
            });
        });
        List<ErrorGroup> listed = first.list();
        draft.errors = new Listing<>(listed, groups[0] - listed.size(), errors.isFull());
    }

    /** Whether a sum need not be made a group, as all that are listed come before it. */
    private static boolean comesAfter(Sum sum, @Nullable ErrorGroup last) {
        if (last == null || sum.errors.count() != last.count()) {
            return last != null && sum.errors.count() < last.count();
        }
        return sum.errors.firstFrame() > last.frames().get(0);
    }

    private static ErrorGroup group(ErrorKey key, Sum sum) {
        return new ErrorGroup(
                key.reporter(),
                key.icmpVersion(),
                key.icmpType(),
                key.icmpCode(),
                flow(key, sum),
                sum.errors.count(),
                sum.errors.firstTime(),
                sum.errors.lastTime(),
                sum.errors.frames(),
                sum.originals.list());
    }

    private static Flow flow(ErrorKey key, Sum sum) {
        boolean told = sum.highest != PacketView.NONE;
        Integer one = told && sum.lowest == sum.highest ? sum.lowest : null;
        boolean to = key.role() == ErrorKey.Role.TO_PORT || key.role() == ErrorKey.Role.PROBE;
        return new Flow(
                key.source(),
                key.destination(),
                key.protocol() == PacketView.NONE ? null : key.protocol(),
                key.role() == ErrorKey.Role.FROM_PORT ? one : null,
                to ? one : null,
                to && told && one == null ? new Ports(sum.lowest, sum.highest) : null,
                key.role() == ErrorKey.Role.IDENTIFIER ? one : null);
    }
}
