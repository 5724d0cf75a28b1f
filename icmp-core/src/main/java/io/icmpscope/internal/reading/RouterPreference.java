package io.icmpscope.internal.reading;

/** The two bits by which routers are preferred: RFC 4191 section 2.1. */
final class RouterPreference {

    private static final int HIGH = 1; // the two bits
    private static final int RESERVED = 2;
    private static final int LOW = 3;

    private RouterPreference() {}

    static int read(int flags) {
        return switch (bits(flags)) {
            case HIGH -> 1;
            case LOW -> -1;
            default -> 0; // medium, and what is reserved
        };
    }

    static boolean isReserved(int flags) {
        return bits(flags) == RESERVED;
    }

    private static int bits(int flags) {
        return (flags >>> 3) & 3;
    }
}
