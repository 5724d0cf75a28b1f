package io.icmpscope.bench.spark;

import io.icmpscope.IcmpEvent;
import org.apache.spark.Partitioner;
import org.jspecify.annotations.Nullable;

/** Deals events to parts, those of one asking host to the same. */
final class ByAskingHost extends Partitioner {

    private static final int FACTOR = 0x9E37_79B9; // 2^32 divided by the golden ratio: addresses are often consecutive

    private final int parts;

    ByAskingHost(int parts) {
        this.parts = parts;
    }

    @Override
    public int numPartitions() {
        return parts;
    }

    @Override
    public int getPartition(Object event) {
        int mixed = ((IcmpEvent) event).askingHost().hashCode() * FACTOR;
        return (mixed >>> 8) % parts;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ByAskingHost that && that.parts == parts;
    }

    @Override
    public int hashCode() {
        return parts;
    }
}
