package io.icmpscope.internal.analysis.path;

import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.DestinationUnreachable;
import io.icmpscope.message.ExtensionStructure;
import io.icmpscope.message.IcmpError;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.MplsLabelStack;
import io.icmpscope.message.PacketTooBig;
import io.icmpscope.message.TimeExceeded;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What someone said about a probe.
 *
 * @param from who
 * @param kind how far the probe came
 * @param annotation what traceroute prints behind such an answer, or null
 * @param mpls the label stacks that it quotes
 * @param timeNanos when it was captured
 */
record Answer(IpAddress from, Kind kind, @Nullable String annotation, List<MplsLabelStack> mpls, long timeNanos)
        implements Serializable {

    private static final int MOST_STACKS = 4; // one is usual
    private static final int MOST_LABELS = 8; // of a stack

    /** How far a probe came. */
    enum Kind {
        /** A router let it expire. */
        TRANSIT,
        /** Someone on the way refused it. */
        REFUSED,
        /** The destination itself answered. */
        REACHED
    }

    /** The answer of the destination to a probe of ICMP or TCP. */
    static Answer reached(PacketView view) {
        return new Answer(view.source(), Kind.REACHED, null, List.of(), view.timeNanos());
    }

    /** What an error says, or null when it says nothing about the way: a redirect, a quench, a missing fragment. */
    static @Nullable Answer of(PacketView view, IcmpError error) {
        if (error instanceof TimeExceeded expired) {
            return view.code() == 0 // in transit; 1 is about fragments
                    ? answer(view, Kind.TRANSIT, null, expired.extensions())
                    : null;
        }
        String annotation = Annotation.of(view, error);
        boolean destination = view.source().equals(error.quoted().destination());
        Kind kind = destination ? Kind.REACHED : Kind.REFUSED;
        if (error instanceof DestinationUnreachable refused) {
            return answer(view, kind, annotation, refused.extensions());
        }
        return error instanceof PacketTooBig ? answer(view, kind, annotation, null) : null;
    }

    private static Answer answer(
            PacketView view, Kind kind, @Nullable String annotation, @Nullable ExtensionStructure extensions) {
        return new Answer(view.source(), kind, annotation, stacks(extensions), view.timeNanos());
    }

    private static List<MplsLabelStack> stacks(@Nullable ExtensionStructure extensions) {
        if (extensions == null || extensions.checksum() == ExtensionStructure.Checksum.BAD) {
            return List.of();
        }
        return extensions.objects().stream()
                .filter(MplsLabelStack.class::isInstance)
                .map(object -> shortened(((MplsLabelStack) object).entries()))
                .distinct()
                .limit(MOST_STACKS)
                .toList();
    }

    private static MplsLabelStack shortened(List<MplsLabelStack.Entry> labels) {
        return new MplsLabelStack(labels.subList(0, Math.min(MOST_LABELS, labels.size())));
    }
}
