package io.icmpscope.internal.analysis.collect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The first of many by an order, in memory for those alone. For one thread.
 *
 * @param <T> what is ordered
 */
public final class First<T> {

    private final int most;
    private final Comparator<T> order;
    private final PriorityQueue<T> kept; // the last of them ahead

    /**
     * Makes a list of nothing.
     *
     * @param most how many to keep, at least 1
     * @param order which come first; a total order, so that the list is always the same
     */
    public First(int most, Comparator<T> order) {
        this.most = most;
        this.order = order;
        this.kept = new PriorityQueue<>(order.reversed());
    }

    /**
     * Takes one into account.
     *
     * @param one what may be among the first
     */
    public void add(T one) {
        kept.add(one);
        if (kept.size() > most) {
            kept.remove();
        }
    }

    /**
     * Returns the last of those that are kept, once they are as many as there can be: what comes after it need not be added.
     *
     * @return the last, or null while there is room
     */
    public @Nullable T last() {
        return kept.size() < most ? null : kept.peek();
    }

    /**
     * Lists the first ones.
     *
     * @return in their order
     */
    public List<T> list() {
        List<T> list = new ArrayList<>(kept);
        list.sort(order);
        return list;
    }
}
