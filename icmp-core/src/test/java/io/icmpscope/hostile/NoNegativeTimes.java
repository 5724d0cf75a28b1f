package io.icmpscope.hostile;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Looks through a whole report for durations, none of which may be negative. */
final class NoNegativeTimes {

    private NoNegativeTimes() {}

    /** Says how many durations there were, so that a test can hold that it saw some. */
    static int in(@Nullable Object part) {
        if (part instanceof Duration duration) {
            assertFalse(duration.isNegative(), duration::toString);
            return 1;
        }
        int seen = 0;
        if (part instanceof Iterable<?> list) {
            for (Object entry : list) {
                seen += in(entry);
            }
        } else if (part instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                seen += in(value(component, record));
            }
        }
        return seen;
    }

    private static @Nullable Object value(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException hidden) {
            throw new AssertionError(component.toString(), hidden);
        }
    }
}
