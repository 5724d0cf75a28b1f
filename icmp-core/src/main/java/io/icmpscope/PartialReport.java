package io.icmpscope;

import io.icmpscope.internal.analysis.Analysis;
import io.icmpscope.internal.analysis.Partial;
import io.icmpscope.internal.analysis.Rules;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of some of the events of an analysis: the last step of an analysis on many machines. An engine such as Apache
 * Spark moves the pieces; they give the report that {@link IcmpAnalyzer#analyze(java.util.List, AnalysisOptions)} gives of the
 * same captures on one machine.
 *
 * <ol>
 *   <li>Wherever a capture is, {@link CaptureEvents} decodes it. A {@link TimelineOrder} is made of the
 *       {@linkplain CaptureEvents#stretch stretches}; captures that it finds {@linkplain TimelineOrder#overlapping overlapping}
 *       in time are decoded again, together. Then it {@linkplain TimelineOrder#place places} every event.
 *   <li>One {@link EventJoin} is given the events that {@linkplain IcmpEvent#needsJoin need it}, sorted; its
 *       {@linkplain EventJoin#result result} {@linkplain EventJoin.Result#number numbers} all others.
 *   <li>These and what the join gave are dealt by {@linkplain IcmpEvent#askingHost asking host} and sorted, and each part is
 *       {@linkplain #see seen} by a partial report. All of them are {@linkplain #merge merged}, and one is left that makes the
 *       {@linkplain #report report}.
 * </ol>
 *
 * <pre>{@code
 * PartialReport partial = new PartialReport(options);
 * eventsOfSomeHosts.sorted().forEach(partial::see);
 * ...
 * IcmpReport report = one.merge(other).report(order, joined);
 * }</pre>
 *
 * <p>While no {@linkplain AnalysisOptions#limits limit} is reached, neither the parts nor the order in which they are merged
 * change the report. Beyond a limit its totals stay exact, and the report says which limit it was.
 *
 * <p>For one thread. The serialized form can be read only by the version of this library that wrote it, and must be read only
 * from a source that is trusted.
 *
 * @serial exclude
 */
public final class PartialReport implements Serializable {

    private final AnalysisOptions options;
    private final Partial partial;
    private transient @Nullable PacketView view;

    /**
     * Makes a report of nothing seen.
     *
     * @param options what to list, and the limits; the same for all parts
     * @throws IllegalArgumentException when they set a threshold that there is not
     */
    public PartialReport(AnalysisOptions options) {
        Rules.check(options);
        this.options = options;
        this.partial = new Partial(options);
    }

    /**
     * Takes an event into account. Those of one asking host must all come here, in their natural order; those of others may
     * come between.
     *
     * @param event a message or a probe, {@linkplain TimelineOrder#place placed} and
     *     {@linkplain EventJoin.Result#number numbered}, or as {@link EventJoin#join} returned it
     * @throws IllegalStateException when the event {@linkplain IcmpEvent#needsJoin needs a join} first
     */
    public void see(IcmpEvent event) {
        PacketView shown = view;
        if (shown == null) {
            shown = new PacketView();
            view = shown;
        }
        event.show(shown);
        partial.see(shown);
    }

    /**
     * Takes in what another part has seen.
     *
     * @param other a part with the same options and other asking hosts, not to be used any more
     * @return this
     */
    public PartialReport merge(PartialReport other) {
        partial.merge(other.partial);
        return this;
    }

    /**
     * Makes the report. Nothing is to be seen or merged afterwards.
     *
     * @param order all captures
     * @param joined what the join has found
     * @return the report; {@link IcmpReport#captures} is empty when there is only one. Captures that
     *     {@linkplain CaptureStretch#unreadable could not be opened} are told in the warnings of {@link IcmpReport#capture}
     */
    public IcmpReport report(TimelineOrder order, EventJoin.Result joined) {
        return Analysis.report(order.captured(joined), partial, options);
    }
}
