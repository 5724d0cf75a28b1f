package io.icmpscope.mcp.text;

import static io.icmpscope.mcp.words.Figures.count;

import io.icmpscope.mcp.words.Figures;
import io.icmpscope.message.MplsLabelStack;
import io.icmpscope.report.HopResponder;
import io.icmpscope.report.Listing;
import io.icmpscope.report.RttSummary;
import io.icmpscope.report.Traceroute;
import io.icmpscope.report.TracerouteHop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The traceroutes, one block each: as traceroute prints them where each hop got a few probes, else as mtr does. */
final class TextTraceroutes {

    private static final int MAX_TRACEROUTES = 8;
    private static final int MAX_RESPONDERS = 4; // of a hop
    private static final int FEW_PROBES = 3; // of a hop, traceroute's default

    private final TextTable table;
    private final boolean singles;

    private TextTraceroutes(Traceroute traceroute) {
        singles = traceroute.hops().stream().allMatch(hop -> hop.sent() <= FEW_PROBES);
        table = new TextTable()
                .figures("hop")
                .words("address")
                .figures("loss %")
                .figures("sent");
        if (singles) {
            table.words("rtt ms");
        } else {
            table.figures("avg ms").figures("best").figures("worst").figures("stdev");
        }
        table.words("");
        traceroute.hops().forEach(this::hop);
    }

    static void write(TextPage page, Listing<Traceroute> traceroutes) {
        if (traceroutes.total() == 0) {
            return;
        }
        page.title("Traceroutes");
        List<Traceroute> shown =
                traceroutes.entries().stream().limit(MAX_TRACEROUTES).toList();
        for (Traceroute traceroute : shown) {
            page.line(heading(traceroute));
            new TextTraceroutes(traceroute).table.lines().forEach(line -> page.line("  " + line));
        }
        if (traceroutes.total() > shown.size()) {
            page.line("... and " + count(traceroutes.total() - shown.size()) + " more");
        }
    }

    private static String heading(Traceroute traceroute) {
        return traceroute.source() + " to " + traceroute.destination() + " by "
                + traceroute.protocol().name() + ": " + end(traceroute)
                + (traceroute.probesCaptured() ? "" : " (probes not captured, hops inferred)");
    }

    private static String end(Traceroute traceroute) {
        String hops = Figures.count(traceroute.hops().size(), "hop");
        return switch (traceroute.endReason()) {
            case REACHED -> "reached, " + hops;
            case UNREACHABLE -> "refused on the way, " + hops;
            case LOOP -> "goes round in a circle";
            case NO_ANSWER -> "no answer from the last " + Figures.count(silent(traceroute), "hop");
            case STOPPED -> "not followed beyond " + hops;
        };
    }

    private static int silent(Traceroute traceroute) {
        List<TracerouteHop> hops = traceroute.hops();
        int answered = hops.size();
        while (answered > 0 && hops.get(answered - 1).answered() == 0) {
            answered--;
        }
        return hops.size() - answered;
    }

    private void hop(TracerouteHop hop) {
        List<HopResponder> shown =
                hop.responders().stream().limit(MAX_RESPONDERS).toList();
        if (shown.isEmpty()) {
            row(hop, "*", null, "");
        }
        for (int i = 0; i < shown.size(); i++) {
            HopResponder responder = shown.get(i);
            row(i == 0 ? hop : null, responder.address().toString(), responder, also(responder));
        }
        if (hop.responders().size() > shown.size()) {
            row(null, "and " + (hop.responders().size() - shown.size()) + " more", null, "");
        }
    }

    private void row(@Nullable TracerouteHop hop, String address, @Nullable HopResponder responder, String also) {
        List<String> cells = new ArrayList<>();
        cells.add(hop == null ? "" : Integer.toString(hop.ttl()));
        cells.add(address);
        cells.add(hop == null ? "" : Figures.percent(hop.lossPercent()));
        cells.add(hop == null ? "" : count(hop.sent()));
        RttSummary rtt = responder == null ? null : responder.rtt();
        if (singles) {
            cells.add(responder == null ? "" : trips(responder));
        } else {
            cells.add(millis(rtt == null ? null : rtt.avg()));
            cells.add(millis(rtt == null ? null : rtt.min()));
            cells.add(millis(rtt == null ? null : rtt.max()));
            cells.add(millis(rtt == null ? null : rtt.stddev()));
        }
        cells.add(also);
        table.row(cells.toArray(String[]::new));
    }

    private static String trips(HopResponder responder) {
        return responder.firstRtts().stream().map(Figures::millis).collect(Collectors.joining("  "));
    }

    private static String millis(@Nullable Duration duration) {
        return duration == null ? Figures.NONE : Figures.millis(duration);
    }

    /** What traceroute -e prints, too: the annotation, and the labels of the first stack. */
    private static String also(HopResponder responder) {
        List<String> words = new ArrayList<>();
        if (responder.annotation() != null) {
            words.add(responder.annotation());
        }
        responder.mpls().stream().limit(1).forEach(stack -> words.add("MPLS " + labels(stack)));
        if (responder.mpls().size() > 1) {
            words.add("and " + (responder.mpls().size() - 1) + " other label stacks");
        }
        return String.join(" ", words);
    }

    private static String labels(MplsLabelStack stack) {
        return stack.entries().stream()
                .limit(MAX_RESPONDERS)
                .map(label -> String.format(Locale.ROOT, "%d (ttl %d)", label.label(), label.ttl()))
                .collect(Collectors.joining(", "));
    }
}
