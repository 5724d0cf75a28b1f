package io.icmpscope.internal.wire;

import org.jspecify.annotations.Nullable;

/**
 * Rows by {@link Protocol} number: open addressing over ints, so that looking one up allocates nothing. A row is written
 * once, under a lock, and read without: who comes too early finds none.
 */
final class LayerTable {

    private static final int SLOTS = 512; // a power of two, several times the number of rows
    private static final int SPREAD = 0x9E37_79B9; // 2^32 over the golden ratio
    private static final int SHIFT = 32 - 9; // to the number of bits in SLOTS

    private final int[] protocols = new int[SLOTS];
    private final @Nullable Layer[] layers = new Layer[SLOTS];
    private int rows;

    /** Keeps a row; returns it, or the one that another thread has put there before. */
    synchronized Layer put(int protocol, Layer layer) {
        Layer before = get(protocol);
        if (before != null) {
            return before;
        }
        if (++rows > SLOTS / 2) {
            throw new IllegalStateException("more rows than the table was made for");
        }
        int slot = slot(protocol);
        protocols[slot] = protocol;
        layers[slot] = layer;
        return layer;
    }

    @Nullable
    Layer get(int protocol) {
        return layers[slot(protocol)];
    }

    /** The slot of a protocol, or the empty one where it would stand. */
    private int slot(int protocol) {
        int slot = (protocol * SPREAD) >>> SHIFT;
        while (layers[slot] != null && protocols[slot] != protocol) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }
}
