package io.icmpscope;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a ping printed.
 *
 * @param target the address it asked
 * @param times min, avg, max and mdev in milliseconds; empty when there was no reply
 * @param replies the lines of the replies, in their order
 * @param withoutAnswer the sequence numbers in lines of "no answer yet", of {@code ping -O}
 */
record PrintedPing(
        String target,
        int sent,
        int received,
        int duplicates,
        int errors,
        double lossPercent,
        List<Double> times,
        List<Reply> replies,
        Set<Integer> withoutAnswer) {

    /** Half of the last digit of 0.042, 4.2 and 42 ms is all that rounding can change. */
    record Reply(String from, int sequenceNumber, int ttl, double millis, double roundedBy, boolean duplicate) {}

    /** Requests without a reply, one after the other. */
    record Lost(int first, int last) {
        int count() {
            return last - first + 1;
        }
    }

    private static final Pattern TARGET = Pattern.compile("PING ([0-9a-f.:]+)");
    private static final Pattern REPLY = Pattern.compile("(?m)^\\d+ bytes from ([0-9a-f.:]+?)(?:%\\w+)?: "
            + "icmp_seq=(\\d+) ttl=(\\d+) time=([0-9.]+) ms.*?( \\(DUP!\\))?$");
    private static final Pattern WITHOUT_ANSWER = Pattern.compile("no answer yet for icmp_seq=(\\d+)");
    private static final Pattern COUNTS = Pattern.compile("(\\d+) packets transmitted, (\\d+) received"
            + "(?:, \\+(\\d+) duplicates)?(?:, \\+(\\d+) errors)?, ([0-9.]+)% packet loss");
    private static final Pattern TIMES = Pattern.compile("rtt min/avg/max/mdev = ([0-9./]+) ms");

    /** The pings of a scene, in the order in which it started them. */
    static List<PrintedPing> of(String printed) {
        List<PrintedPing> pings = new ArrayList<>();
        for (String part : printed.split("(?m)^(?=PING )")) {
            Matcher target = TARGET.matcher(part);
            if (target.lookingAt()) {
                pings.add(of(target.group(1), part));
            }
        }
        if (pings.isEmpty()) {
            throw new AssertionError("no ping");
        }
        return pings;
    }

    private static PrintedPing of(String target, String part) {
        Matcher counts = COUNTS.matcher(part);
        if (!counts.find()) {
            throw new AssertionError("no counts: " + part);
        }
        List<Double> times = new ArrayList<>();
        Matcher summary = TIMES.matcher(part);
        if (summary.find()) {
            for (String time : summary.group(1).split("/")) {
                times.add(Double.parseDouble(time));
            }
        }
        Set<Integer> withoutAnswer = new HashSet<>();
        WITHOUT_ANSWER.matcher(part).results().forEach(one -> withoutAnswer.add(Integer.parseInt(one.group(1))));
        return new PrintedPing(
                target,
                number(counts.group(1)),
                number(counts.group(2)),
                number(counts.group(3)),
                number(counts.group(4)),
                Double.parseDouble(counts.group(5)),
                times,
                REPLY.matcher(part).results().map(PrintedPing::reply).toList(),
                withoutAnswer);
    }

    private static Reply reply(MatchResult line) {
        String time = line.group(4);
        int decimals = time.contains(".") ? time.length() - time.indexOf('.') - 1 : 0;
        return new Reply(
                line.group(1),
                number(line.group(2)),
                number(line.group(3)),
                Double.parseDouble(time),
                0.5 / Math.pow(10, decimals),
                line.group(5) != null);
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** The runs of sequence numbers without a reply, the longest first. */
    List<Lost> lost() {
        Set<Integer> answered = new HashSet<>();
        replies.forEach(reply -> answered.add(reply.sequenceNumber));
        List<Lost> runs = new ArrayList<>();
        int first = 0;
        for (int number = 1; number <= sent + 1; number++) {
            boolean lost = number <= sent && !answered.contains(number);
            if (lost && first == 0) {
                first = number;
            } else if (!lost && first != 0) {
                runs.add(new Lost(first, number - 1));
                first = 0;
            }
        }
        runs.sort(Comparator.comparingInt((Lost run) -> -run.count()).thenComparingInt(Lost::first));
        return runs;
    }

    /** The first replies to each request, in the order of the lines. */
    List<Reply> firstReplies() {
        return replies.stream().filter(reply -> !reply.duplicate).toList();
    }

    /** How many replies came after one to a later request. */
    long outOfOrder() {
        long behind = 0;
        int newest = 0;
        for (Reply reply : firstReplies()) {
            behind += reply.sequenceNumber < newest ? 1 : 0;
            newest = Math.max(newest, reply.sequenceNumber);
        }
        return behind;
    }
}
