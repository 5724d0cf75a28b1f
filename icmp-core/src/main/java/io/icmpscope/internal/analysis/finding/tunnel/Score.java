package io.icmpscope.internal.analysis.finding.tunnel;

import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.report.Threshold;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Adds up what speaks for a tunnel between two hosts. */
final class Score {

    static final Threshold MESSAGES = new Threshold(
            "TUNNEL.messages", 10, "messages", "echo messages with data that is unknown and not always the same");
    static final Threshold CHANGED =
            new Threshold("TUNNEL.changed", 20, "percent", "answered requests whose reply has other data");
    static final Threshold CHANGES = new Threshold(
            "TUNNEL.changes",
            20,
            "replies",
            "replies with other data than their requests, where they are a small share");
    static final Threshold PUSHED =
            new Threshold("TUNNEL.unsolicited", 5, "replies", "replies without a request, between hosts with requests");
    static final Threshold LENGTHS = new Threshold("TUNNEL.lengths", 8, "lengths", "different lengths of the data");
    static final Threshold LONG = new Threshold("TUNNEL.long", 129, "bytes", "the longest data");
    static final Threshold RANDOM =
            new Threshold("TUNNEL.entropy", 0.9, "share", "mean entropy of the bytes, as a share of the highest");
    static final Threshold TEXT = new Threshold("TUNNEL.text", 90, "percent", "printable bytes of the data");
    static final Threshold NUMBERS =
            new Threshold("TUNNEL.irregular", 50, "percent", "requests whose numbers do not count up");
    static final Threshold SEVERAL =
            new Threshold("TUNNEL.several", 3, "replies", "further replies to requests that were answered");
    static final Threshold FAST = new Threshold("TUNNEL.rate", 10, "messages a second", "how fast they come");
    static final Threshold LASTING = new Threshold("TUNNEL.lasting", 10, "seconds", "how long they come so fast");
    static final Threshold LOPSIDED =
            new Threshold("TUNNEL.lopsided", 5, "times", "the data of one direction, compared with that of the other");

    static final List<Threshold> THRESHOLDS = List.of(
            MESSAGES, CHANGED, CHANGES, PUSHED, LENGTHS, LONG, RANDOM, TEXT, NUMBERS, SEVERAL, FAST, LASTING, LOPSIDED);

    /** Data that comes again and again says nothing. */
    private static final double CONSTANT = 90; // percent

    private final EchoDataSeen seen;
    private final Merged merged;
    private final List<DataStats> carrying = new ArrayList<>();
    private final Set<Sign> signs = EnumSet.noneOf(Sign.class);

    private Score(EchoDataSeen seen, Merged merged) {
        this.seen = seen;
        this.merged = merged;
        for (DataStats one : List.of(seen.requests(), seen.replies())) {
            if (one.messages() > 0 && one.repeatedPercent() < CONSTANT) {
                carrying.add(one);
            }
        }
        long messages = carrying.stream().mapToLong(DataStats::messages).sum();
        if (messages >= merged.value(MESSAGES)) {
            judgeReplies();
            judgeData();
            judgeFlow();
        }
    }

    static Score of(EchoDataSeen seen, Merged merged) {
        return new Score(seen, merged);
    }

    private void judgeReplies() {
        boolean replies = carrying.contains(seen.replies());
        boolean often = seen.changedPercent() >= merged.value(CHANGED) || seen.changed() >= merged.value(CHANGES);
        add(Sign.CHANGED, replies && seen.changed() > 0 && often);
        boolean asked = seen.sent() > 0 || seen.requests().messages() > 0;
        add(Sign.PUSHED, replies && asked && seen.unsolicited() >= merged.value(PUSHED));
        add(Sign.SEVERAL, replies && seen.changed() > 0 && seen.duplicates() >= merged.value(SEVERAL));
    }

    private void judgeData() {
        add(Sign.UNKNOWN, true);
        add(Sign.EMBEDDED, any(one -> one.embedded() > 0));
        add(Sign.PATTERNS, any(one -> one.patterns() >= merged.value(MESSAGES)));
        add(Sign.LENGTHS, any(one -> !one.sweep() && one.lengths() >= merged.value(LENGTHS)));
        add(Sign.LONG, any(one -> !one.sweep() && one.longest() >= merged.value(LONG)));
        add(Sign.RANDOM, any(one -> one.entropy() >= merged.value(RANDOM)));
        add(Sign.TEXT, any(one -> one.textPercent() >= merged.value(TEXT)));
    }

    private void judgeFlow() {
        boolean several = seen.requests().messages() > 1 && carrying.contains(seen.requests());
        add(Sign.NUMBERS, several && seen.irregularPercent() >= merged.value(NUMBERS));
        double seconds = seen.shown().seconds();
        boolean strong = signs.stream().anyMatch(Sign::isStrong);
        add(
                Sign.FAST,
                strong && seconds >= merged.value(LASTING) && seen.shown().count() >= merged.value(FAST) * seconds);
        double one = seen.requests().bytes();
        double other = seen.replies().bytes();
        add(
                Sign.LOPSIDED,
                strong && Math.max(one, other) >= merged.value(LOPSIDED) * Math.max(1, Math.min(one, other)));
    }

    private boolean any(Predicate<DataStats> test) {
        return carrying.stream().anyMatch(test);
    }

    private void add(Sign sign, boolean there) {
        if (there) {
            signs.add(sign);
        }
    }

    int points() {
        return signs.stream().mapToInt(sign -> sign.points).sum();
    }

    /** Whether it can hardly be a ping with unusual data. */
    boolean isStrong() {
        return signs.stream().anyMatch(Sign::isStrong);
    }

    boolean has(Sign sign) {
        return signs.contains(sign);
    }

    Set<Sign> signs() {
        return Collections.unmodifiableSet(signs);
    }

    /** Whether all requests say the same. */
    boolean isConstant() {
        return !carrying.contains(seen.requests());
    }
}
