package io.icmpscope.broken;

import io.icmpscope.broken.internal.wire.Neighbour;
import java.util.List;
import java.util.Map;

/** Shows an internal type in five ways, and uses it in two ways that nobody sees. */
public record Leaks(Neighbour component) {
    public static final Neighbour[] field = {};

    public void argument(Neighbour seen) {}

    protected Map<String, List<Neighbour>> typeArgument() {
        return hidden(Map.of());
    }

    private static Map<String, List<Neighbour>> hidden(Map<String, List<Neighbour>> unseen) {
        return unseen;
    }

    record Inside(Neighbour unseen) {}
}
