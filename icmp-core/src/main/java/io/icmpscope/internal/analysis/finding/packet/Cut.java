package io.icmpscope.internal.analysis.finding.packet;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.internal.packet.FragmentTrouble;
import io.icmpscope.message.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/** What one host sent in fragments that should not have come so. */
final class Cut {

    final IpAddress sender;
    private final Set<IpAddress> receivers = new LinkedHashSet<>();
    private final List<Seen> errors = new ArrayList<>();
    private final List<Seen> discovery = new ArrayList<>();
    private final List<Seen> begun = new ArrayList<>();
    private final List<Seen> tiny = new ArrayList<>();
    private long shortest = Long.MAX_VALUE;

    Cut(IpAddress sender) {
        this.sender = sender;
    }

    /** Takes errors or discovery of which all fragments came. */
    void whole(OddPacket odd) {
        receivers.addAll(odd.destinations());
        (odd.oddity() == Oddity.FRAGMENTED_ERROR ? errors : discovery)
                .add(new Seen(odd.count(), odd.frames(), odd.firstTime(), odd.lastTime()));
    }

    /** Takes errors or discovery of which the first fragment came. */
    void begun(FragmentTrouble trouble) {
        receivers.add(trouble.destination());
        begun.add(seen(trouble));
    }

    /** Takes first fragments that are tiny. */
    void tiny(FragmentTrouble trouble) {
        receivers.add(trouble.destination());
        tiny.add(seen(trouble));
        shortest = Math.min(shortest, trouble.measure());
    }

    private static Seen seen(FragmentTrouble trouble) {
        return new Seen(trouble.count(), trouble.frames(), trouble.firstTime(), trouble.lastTime());
    }

    boolean isTiny() {
        return !tiny.isEmpty();
    }

    /** How many messages came in fragments that must not. */
    long forbidden() {
        return Seen.sum(errors).count()
                + Seen.sum(discovery).count()
                + Seen.sum(begun).count();
    }

    Seen tinyOnes() {
        return Seen.sum(tiny);
    }

    /** The payload of the smallest first fragment in bytes. */
    long shortest() {
        return shortest;
    }

    Seen all() {
        return Seen.sum(List.of(Seen.sum(errors), Seen.sum(discovery), Seen.sum(begun), Seen.sum(tiny)));
    }

    List<IpAddress> concerned() {
        List<IpAddress> all = new ArrayList<>(List.of(sender));
        all.addAll(receivers);
        return all;
    }

    String title() {
        if (forbidden() == 0) {
            return "First fragments of ICMP from " + sender + " are smaller than any link needs";
        }
        if (begun.isEmpty() && discovery.isEmpty()) {
            return "ICMP errors from " + sender + " came in fragments";
        }
        return (begun.isEmpty() && errors.isEmpty() ? "Neighbour discovery" : "ICMP errors or discovery") + " from "
                + sender + " came in fragments, which it never needs";
    }

    String summary() {
        StringJoiner sentences = new StringJoiner("; ", "To " + Odd.names(List.copyOf(receivers)) + ": ", ".");
        say(sentences, errors, "error came", "errors came", " in fragments, though errors are kept short enough");
        say(
                sentences,
                discovery,
                "message of neighbour discovery came",
                "messages of neighbour discovery came",
                " in fragments, which receivers must drop by RFC 6980");
        say(
                sentences,
                begun,
                "error or message of discovery began",
                "errors or messages of discovery began",
                " with a fragment, and the rest was not captured");
        say(
                sentences,
                tiny,
                "first fragment had",
                "first fragments had",
                " little behind the IP header, the shortest " + Say.count(shortest, "byte"));
        return sentences.toString();
    }

    private static void say(StringJoiner sentences, List<Seen> some, String one, String more, String what) {
        if (!some.isEmpty()) {
            sentences.add(Say.count(Seen.sum(some).count(), one, more) + what);
        }
    }

    String benign() {
        if (forbidden() == 0) {
            return "Programs that test reassembly send such fragments, and so do links with tiny frames.";
        }
        return discovery.isEmpty()
                ? "Some routers quote the whole datagram, and a tunnel with a small MTU then cuts the error."
                : "Certificates of secure neighbour discovery (RFC 3971) can be larger than a packet.";
    }
}
