package io.icmpscope.internal.analysis.collect;

import java.util.ArrayList;
import java.util.List;

/**
 * What collectors have seen for the sake of findings: values of any class, of which the report itself does not tell. For one
 * thread.
 */
public final class Observations {

    private final List<Object> all = new ArrayList<>();

    /** Makes observations of nothing. */
    public Observations() {}

    /**
     * Adds an observation.
     *
     * @param observation an immutable value
     */
    public void add(Object observation) {
        all.add(observation);
    }

    /**
     * Lists the observations of a class.
     *
     * @param type the class
     * @param <T> the class
     * @return the observations, in the order in which they were added
     */
    public <T> List<T> of(Class<T> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
