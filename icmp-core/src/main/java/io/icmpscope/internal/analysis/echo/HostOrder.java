package io.icmpscope.internal.analysis.echo;

/** Sorts the numbers of sessions by who asks and then by whom, by merging: a million of them are no objects. For one thread. */
final class HostOrder {

    private final Sessions sessions;
    private final Session left;
    private final Session right;
    private int[] spare = {};

    HostOrder(Sessions sessions) {
        this.sessions = sessions;
        left = new Session(sessions);
        right = new Session(sessions);
    }

    void sort(int[] numbers) {
        spare = new int[numbers.length / 2];
        sort(numbers, 0, numbers.length);
    }

    private void sort(int[] numbers, int from, int to) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        sort(numbers, from, middle);
        sort(numbers, middle, to);
        if (!isBehind(numbers[middle - 1], numbers[middle])) {
            return;
        }
        int lefts = middle - from;
        System.arraycopy(numbers, from, spare, 0, lefts);
        int at = from;
        int l = 0;
        int r = middle;
        while (l < lefts && r < to) {
            numbers[at++] = isBehind(spare[l], numbers[r]) ? numbers[r++] : spare[l++];
        }
        System.arraycopy(spare, l, numbers, at, lefts - l);
    }

    private boolean isBehind(int one, int other) {
        return order(sessions.moveTo(left, one), sessions.moveTo(right, other)) > 0;
    }

    private static int order(Session one, Session other) {
        int order = one.requester().compareTo(other.requester());
        order = order != 0 ? order : one.responder().compareTo(other.responder());
        order = order != 0 ? order : Long.compare(one.firstFrame(), other.firstFrame());
        order = order != 0 ? order : one.kind().compareTo(other.kind());
        return order != 0 ? order : Integer.compare(one.identifier(), other.identifier());
    }
}
