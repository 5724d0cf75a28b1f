package io.icmpscope;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** What could be met in an API, some of it to be left out, for {@link ApiListTest}. */
public final class ApiSample {

    private ApiSample() {}

    public static sealed class Root permits Open {
        Root() {}
    }

    public abstract static non-sealed class Open extends Root implements Closeable {
        public static final int LIMIT = 1;
        protected int kept;
        int ours;

        protected Open(int kept) throws IOException {
            this.kept = kept;
        }

        Open() {}

        public abstract void run();

        void hidden() {}

        @Override
        public void close() {}

        public static @Nullable String[] names(
                Map<String, @Nullable Integer> counts, Function<? super byte[], ?> function) {
            return new String[counts.size()];
        }

        public static <T extends Comparable<T> & Serializable> T highest(List<? extends T> values) {
            return values.stream().max(Comparator.<T>naturalOrder()).orElseThrow();
        }
    }

    public sealed interface Shape {
        int corners();

        default boolean isRound() {
            return corners() == 0;
        }
    }

    public record Square<T>(T side, List<@Nullable String> names) implements Shape {
        public Square(T side) {
            this(side, List.of());
        }

        @Override
        public int corners() {
            return 4;
        }
    }

    public enum Sign implements IntUnaryOperator {
        PLUS,
        MINUS {
            @Override
            public int applyAsInt(int value) {
                return -value;
            }
        };

        @Override
        public int applyAsInt(int value) {
            return value;
        }
    }

    /** Nobody else sees it, nor what is in it. */
    record Hidden() {
        public record WithinIt() {}
    }
}
