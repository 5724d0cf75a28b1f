package io.icmpscope.internal.capture;

/**
 * How an interface counts time: 64-bit ticks of some length since 1970, plus an offset in seconds.
 *
 * <p>A time that a {@code long} of nanoseconds cannot hold (after the year 2262, say), or a unit that cannot be, gives no
 * time rather than a wrong one.
 */
final class TimeScale {

    static final TimeScale MICROSECONDS = new TimeScale(6, 0);
    static final TimeScale NANOSECONDS = new TimeScale(9, 0);

    private static final long NANOS = 1_000_000_000L;
    private static final int MAX_DECIMAL = 19; // 10^19 is the last power of ten in 64 unsigned bits
    private static final int MAX_BINARY = 63;

    private final long ticksPerSecond; // unsigned; 0 when the unit cannot be
    private final boolean binary;
    private final int exponent;
    private final long offsetSeconds;
    private final long plainTicks; // fewer ticks than these are a number of nanoseconds each, and fit
    private final long nanosPerTick;

    /**
     * A time scale of a pcapng interface.
     *
     * @param resolution the option if_tsresol: 10^-n, or with the top bit set 2^-n seconds
     * @param offsetSeconds the option if_tsoffset
     */
    TimeScale(int resolution, long offsetSeconds) {
        this.binary = (resolution & 0x80) != 0;
        this.exponent = resolution & 0x7F;
        this.offsetSeconds = offsetSeconds;
        long ticks = exponent <= (binary ? MAX_BINARY : MAX_DECIMAL) ? 1 : 0;
        for (int i = 0; i < exponent && ticks != 0; i++) {
            ticks *= binary ? 2 : 10;
        }
        this.ticksPerSecond = ticks;
        boolean plain = !binary && exponent <= 9 && offsetSeconds == 0;
        this.plainTicks = plain ? Long.MAX_VALUE / NANOS * ticks : 0;
        this.nanosPerTick = plain ? NANOS / ticks : 0;
    }

    /** This scale with another offset. */
    TimeScale plus(long seconds) {
        return new TimeScale(binary ? exponent | 0x80 : exponent, seconds);
    }

    /** This scale with another unit. */
    TimeScale resolution(int resolution) {
        return new TimeScale(resolution, offsetSeconds);
    }

    /** Nanoseconds since 1970, or {@link Frame#NO_TIME}. */
    long nanos(long ticks) {
        if (ticks >= 0 && ticks < plainTicks) { // nearly always: microseconds or nanoseconds
            return ticks * nanosPerTick;
        }
        if (ticksPerSecond == 0) {
            return Frame.NO_TIME;
        }
        long seconds = Long.divideUnsigned(ticks, ticksPerSecond);
        long rest = Long.remainderUnsigned(ticks, ticksPerSecond);
        return nanos(seconds, fraction(rest));
    }

    /** Nanoseconds since 1970 of whole seconds and a part of a second, or {@link Frame#NO_TIME}. */
    long nanos(long seconds, long nanoseconds) {
        long whole = seconds + offsetSeconds;
        boolean fits = seconds >= 0
                && ((seconds ^ whole) & (offsetSeconds ^ whole)) >= 0
                && whole < Long.MAX_VALUE / NANOS
                && whole > -Long.MAX_VALUE / NANOS;
        return fits ? whole * NANOS + nanoseconds : Frame.NO_TIME;
    }

    private long fraction(long rest) {
        if (binary) { // rest < 2^63 and the product needs up to 93 bits
            long high = Math.multiplyHigh(rest, NANOS);
            long low = rest * NANOS;
            return exponent == 0 ? 0 : high << (64 - exponent) | low >>> exponent;
        }
        if (exponent <= 9) {
            return rest * (NANOS / ticksPerSecond);
        }
        return Long.divideUnsigned(rest, Long.divideUnsigned(ticksPerSecond, NANOS));
    }
}
