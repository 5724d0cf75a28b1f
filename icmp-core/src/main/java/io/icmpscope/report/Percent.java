package io.icmpscope.report;

import org.jspecify.annotations.Nullable;

/** Shares in percent that do not exist when there is nothing to share. */
final class Percent {

    private Percent() {}

    static @Nullable Double of(long part, long whole) {
        return whole <= 0 ? null : 100.0 * part / whole;
    }
}
