package io.icmpscope.internal.analysis.collect;

import io.icmpscope.message.IpAddress;
import org.jspecify.annotations.Nullable;

/** Numbers that look random but depend on the key alone: which keys a full table keeps is decided by them. */
public final class Spread {

    private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L; // 2^64 divided by the golden ratio

    /** A key of a table that knows its spread. */
    public interface Key {

        /**
         * Returns the spread of the key.
         *
         * @return the same for equal keys
         */
        long spread();
    }

    private Spread() {}

    /**
     * Spreads a key of a table.
     *
     * @param key one that knows its spread, an address, or a text
     * @return its spread
     */
    public static long of(Object key) {
        if (key instanceof Key known) {
            return known.spread();
        }
        return key instanceof IpAddress address ? of(0, address) : of(0, (String) key);
    }

    /**
     * Spreads a number over 64 bits.
     *
     * @param seed where to begin, 0 or the spread of what came before
     * @param word the number
     * @return its spread
     */
    public static long of(long seed, long word) {
        long mixed = (seed ^ word) * FACTOR;
        mixed = (mixed ^ mixed >>> 32) * FACTOR;
        mixed = (mixed ^ mixed >>> 29) * FACTOR;
        return mixed ^ mixed >>> 32;
    }

    /**
     * Spreads an address.
     *
     * @param seed where to begin, 0 or the spread of what came before
     * @param address the address, or null
     * @return its spread
     */
    public static long of(long seed, @Nullable IpAddress address) {
        return address == null ? of(seed, 1) : of(of(of(seed, address.version()), address.high()), address.low());
    }

    /**
     * Spreads a text, whose {@link String#hashCode} is easily shared by others.
     *
     * @param seed where to begin, 0 or the spread of what came before
     * @param text the text
     * @return its spread
     */
    public static long of(long seed, String text) {
        long spread = of(seed, text.length());
        for (int i = 0; i < text.length(); i++) {
            spread = of(spread, text.charAt(i));
        }
        return spread;
    }
}
