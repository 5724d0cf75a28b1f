package io.icmpscope.bench;

/**
 * Numbers that look random and are the same for a seed on every JDK: SplitMix64, written out here because the JDK promises
 * no algorithm for its own generators, and a capture that changes with the JDK makes figures of two machines incomparable.
 *
 * @see <a href="https://doi.org/10.1145/2660193.2660195">Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators</a>
 */
final class SeededRandom {

    private static final long GOLDEN_GAMMA = 0x9E37_79B9_7F4A_7C15L;

    private long state;

    SeededRandom(long seed) {
        this.state = seed;
    }

    /** 64 bits. */
    long next() {
        state += GOLDEN_GAMMA;
        long mixed = (state ^ state >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ mixed >>> 31;
    }

    /** 0 to {@code bound} - 1. */
    int below(int bound) {
        return (int) (((next() >>> 33) * bound) >>> 31);
    }
}
