package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.internal.analysis.collect.GroupPing;
import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.EchoSession;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** All pings from one address to another of which one is a group, or which several others answered. */
final class GroupAnswers {

    private record Pair(IpAddress requester, IpAddress group) implements Comparable<Pair> {

        private static final Comparator<Pair> ORDER =
                Comparator.comparing(Pair::requester).thenComparing(Pair::group);

        @Override
        public int compareTo(Pair other) {
            return ORDER.compare(this, other);
        }
    }

    final IpAddress requester;
    final IpAddress group;
    private final TreeSet<IpAddress> repliers = new TreeSet<>();
    private Seen seen = Seen.NOTHING;
    private long requests;
    private long otherReplies;
    private long unsolicited;

    private GroupAnswers(Pair pair) {
        requester = pair.requester;
        group = pair.group;
    }

    /** Sums up by pair of addresses, in their order. */
    static Collection<GroupAnswers> of(Merged merged) {
        TreeMap<Pair, GroupAnswers> pairs = new TreeMap<>();
        for (GroupPing ping : merged.observed(GroupPing.class)) {
            EchoSession session = ping.session();
            pairs.computeIfAbsent(new Pair(session.requester(), session.responder()), GroupAnswers::new)
                    .add(session, ping.otherReplies());
        }
        return pairs.values();
    }

    private void add(EchoSession session, long others) {
        repliers.addAll(session.otherResponders());
        requests += session.sent() + session.retransmissions() + session.captureCopies();
        otherReplies += others;
        unsolicited += session.unsolicited();
        List<Long> frames = List.of(session.firstFrame(), session.lastFrame());
        seen = Seen.sum(List.of(seen, new Seen(0, frames, session.firstTime(), session.lastTime())));
    }

    long requests() {
        return requests;
    }

    /** Replies from others than who was asked; those of the same host to several requests too. */
    long otherReplies() {
        return otherReplies;
    }

    /** Replies that no captured request asked for. */
    long unsolicited() {
        return unsolicited;
    }

    /** Who replied, as far as that was kept. */
    int repliers() {
        return repliers.size();
    }

    double amplification() {
        return requests == 0 ? 0 : (double) otherReplies / requests;
    }

    /** Requests a second from the first message to the last; 0 when that took less than a second or there are no times. */
    double perSecond() {
        double seconds = seen.seconds();
        return seconds < 1 ? 0 : requests / seconds;
    }

    /** Evidence of so many messages, of which the first and the last of each ping are known. */
    Seen seen(long messages) {
        return new Seen(messages, seen.frames(), seen.first(), seen.last());
    }

    /** All concerned: who seems to ask, the group, who replied. */
    List<IpAddress> addresses() {
        List<IpAddress> all = new ArrayList<>(List.of(requester, group));
        all.addAll(repliers);
        return all;
    }
}
