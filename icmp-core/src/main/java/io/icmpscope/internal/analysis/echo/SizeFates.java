package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.analysis.collect.EchoSize;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What became of requests of each size of data: of the smallest sizes, up to a number. Nearly all have the one of before. */
final class SizeFates implements Serializable {

    private static final int MOST = 16;

    private int[] sizes = new int[1]; // ascending
    private long[] answered = new long[1];
    private long[] lost = new long[1];
    private int count;
    private int latest;

    /** Of requests that were all of one size so far. */
    static SizeFates of(int size, long answered, long lost) {
        SizeFates fates = new SizeFates();
        fates.see(size);
        fates.answered[0] = answered;
        fates.lost[0] = lost;
        return fates;
    }

    /** Takes a request. */
    void see(int size) {
        if (find(size)) {
            return;
        }
        int at = -1 - Arrays.binarySearch(sizes, 0, count, size);
        if (at == MOST) {
            return;
        }
        if (count == sizes.length && count < MOST) {
            sizes = Arrays.copyOf(sizes, 2 * count);
            answered = Arrays.copyOf(answered, 2 * count);
            lost = Arrays.copyOf(lost, 2 * count);
        }
        count = Math.min(count + 1, MOST);
        int behind = count - 1 - at;
        System.arraycopy(sizes, at, sizes, at + 1, behind);
        System.arraycopy(answered, at, answered, at + 1, behind);
        System.arraycopy(lost, at, lost, at + 1, behind);
        sizes[at] = size;
        answered[at] = 0;
        lost[at] = 0;
    }

    private boolean find(int size) {
        if (latest < count && sizes[latest] == size) {
            return true;
        }
        int at = Arrays.binarySearch(sizes, 0, count, size);
        latest = Math.max(0, at);
        return at >= 0;
    }

    /** Takes the end of a request's story. */
    void settle(int size, boolean hadAnswer) {
        if (!find(size)) {
            return; // there were too many sizes
        }
        if (hadAnswer) {
            answered[latest]++;
        } else {
            lost[latest]++;
        }
    }

    List<Integer> list() {
        List<Integer> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(sizes[i]);
        }
        return list;
    }

    void addTo(List<EchoSize> all, Session session) {
        for (int i = 0; i < count; i++) {
            all.add(new EchoSize(session.requester(), session.responder(), sizes[i], answered[i], lost[i]));
        }
    }
}
