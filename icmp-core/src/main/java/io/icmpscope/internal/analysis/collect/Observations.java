package io.icmpscope.internal.analysis.collect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What collectors have seen for the sake of findings: values of any class, of which the report itself does not tell. For one
 * thread.
 */
public final class Observations {

    private final Map<Class<?>, List<Object>> byClass = new HashMap<>();

    /** Makes observations of nothing. */
    public Observations() {}

    /**
     * Adds an observation.
     *
     * @param observation an immutable value
     */
    public void add(Object observation) {
        byClass.computeIfAbsent(observation.getClass(), fresh -> new ArrayList<>())
                .add(observation);
    }

    /**
     * Lists the observations of a class, those of its subclasses aside.
     *
     * @param type the class
     * @param <T> the class
     * @return the observations, in the order in which they were added
     */
    public <T> List<T> of(Class<T> type) {
        return byClass.getOrDefault(type, List.of()).stream().map(type::cast).toList();
    }
}
