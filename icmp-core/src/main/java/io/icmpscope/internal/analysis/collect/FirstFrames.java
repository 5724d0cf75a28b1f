package io.icmpscope.internal.analysis.collect;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** The smallest of the frame numbers that it was told, {@value #MOST} at most; in which order they came does not matter. */
public final class FirstFrames implements Serializable {

    /** How many frames a list of evidence names. */
    public static final int MOST = 10;

    private static final long[] EMPTY = {};

    private long[] frames = EMPTY; // ascending
    private int size;

    /** Makes a list of none. */
    public FirstFrames() {}

    /**
     * Returns the first frames of several lists.
     *
     * @param lists the lists
     * @return the smallest of their numbers, ascending
     */
    public static List<Long> of(Collection<List<Long>> lists) {
        FirstFrames joined = new FirstFrames();
        lists.forEach(list -> list.forEach(joined::add));
        return joined.list();
    }

    /**
     * Takes a frame into account.
     *
     * @param frame its number
     */
    public void add(long frame) {
        if (size == MOST && frame >= frames[MOST - 1]) {
            return;
        }
        int at = -1 - Arrays.binarySearch(frames, 0, size, frame);
        if (at < 0) {
            return; // a frame may carry several messages
        }
        if (size == frames.length && size < MOST) {
            frames = Arrays.copyOf(frames, Math.min(MOST, Math.max(2, 2 * size)));
        }
        size = Math.min(size + 1, MOST);
        System.arraycopy(frames, at, frames, at + 1, size - 1 - at);
        frames[at] = frame;
    }

    /**
     * Takes in the frames of another list.
     *
     * @param other the other list
     */
    public void addAll(FirstFrames other) {
        for (int i = 0; i < other.size; i++) {
            add(other.frames[i]);
        }
    }

    /**
     * Returns the first frame.
     *
     * @return the smallest number; {@link Long#MAX_VALUE} when there is none
     */
    public long first() {
        return size == 0 ? Long.MAX_VALUE : frames[0];
    }

    /**
     * Returns the frames.
     *
     * @return their numbers, ascending
     */
    public List<Long> list() {
        List<Long> listed = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            listed.add(frames[i]);
        }
        return listed;
    }
}
