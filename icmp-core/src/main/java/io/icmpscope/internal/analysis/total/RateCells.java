package io.icmpscope.internal.analysis.total;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts by time, in cells of seconds since 1970. Cells lie in blocks, so that a clock that jumps costs no more than the
 * times it shows. They are a second wide until the blocks are too many: then two, then four and so on, which depends on
 * the times alone, so that parts merge exactly whatever their order.
 */
final class RateCells implements Serializable {

    /** How many blocks there are at most; all of them take 2 MiB. */
    static final int MOST_BLOCKS = 128;

    /** The binary logarithm of the number of cells of a block. */
    static final int BLOCK_SHIFT = 10;

    private static final int BLOCK = 1 << BLOCK_SHIFT;

    /** Takes the counts of a cell. */
    interface Reader {
        void cell(long beginSecond, long count, long bytes);
    }

    /** The counts of the cells of each block, then their bytes. */
    private TreeMap<Long, long[]> blocks = new TreeMap<>();

    private int shift; // a cell is 2^shift seconds wide
    private long latestKey;
    private long @Nullable [] latest; // of most calls the block again

    boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** How many seconds a cell is wide. */
    long widthSeconds() {
        return 1L << shift;
    }

    void add(long second, long count, long bytes) {
        long[] block = block(second >> shift >> BLOCK_SHIFT);
        while (blocks.size() > MOST_BLOCKS) {
            widen();
            block = block(second >> shift >> BLOCK_SHIFT);
        }
        int slot = (int) (second >> shift) & (BLOCK - 1);
        block[slot] += count;
        block[BLOCK + slot] += bytes;
    }

    private long[] block(long key) {
        long[] known = latest;
        if (known == null || key != latestKey) {
            known = blocks.computeIfAbsent(key, fresh -> new long[2 * BLOCK]);
            latest = known;
            latestKey = key;
        }
        return known;
    }

    private void widen() {
        TreeMap<Long, long[]> narrow = blocks;
        int narrowShift = shift;
        blocks = new TreeMap<>();
        shift++;
        latest = null;
        forEach(narrow, narrowShift, this::add); // widens more if these are too many still
    }

    /** Adds the counts of another one. */
    void merge(RateCells other) {
        while (shift < other.shift) {
            widen();
        }
        other.forEach(this::add);
    }

    /** Goes through the cells that have counts, in the order of time. */
    void forEach(Reader reader) {
        forEach(blocks, shift, reader);
    }

    private static void forEach(Map<Long, long[]> blocks, int shift, Reader reader) {
        blocks.forEach((key, block) -> {
            for (int slot = 0; slot < BLOCK; slot++) {
                if (block[slot] > 0) {
                    reader.cell((key << BLOCK_SHIFT | slot) << shift, block[slot], block[BLOCK + slot]);
                }
            }
        });
    }

    @Override
    public String toString() {
        return blocks.size() + " blocks of cells of " + widthSeconds() + " s";
    }
}
