package io.icmpscope.report;

/** Limits that fit into the heap: what is kept of a capture must not depend on luck. */
final class HeapShare {

    /** What the analysis needs whatever it keeps. */
    private static final long BASE_BYTES = 12L << 20;

    private static final int LEAST = 100;

    private HeapShare() {}

    /**
     * Gives a limit.
     *
     * @param bytesEach what must be free for each entry
     * @param most the limit where there is enough
     * @return that, or less
     */
    static int of(int bytesEach, int most) {
        long room = (Runtime.getRuntime().maxMemory() - BASE_BYTES) / bytesEach;
        return (int) Math.max(LEAST, Math.min(most, room));
    }
}
