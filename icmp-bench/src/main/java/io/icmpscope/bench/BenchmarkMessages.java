package io.icmpscope.bench;

import io.icmpscope.internal.reading.Carrier;
import io.icmpscope.internal.reading.MessageBytes;
import io.icmpscope.internal.reading.MessageTable;
import io.icmpscope.message.IcmpMessage;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The messages of one family, in memory and in turn, as many as {@link #COUNT}. Not final: JMH. */
@State(Scope.Benchmark)
public class BenchmarkMessages {

    /** So many are read in one operation. */
    static final int COUNT = 64;

    /** Which family. */
    @Param
    public MessageFamily family = MessageFamily.ECHO;

    /** Where a message lies, and the IPv6 packet around it. */
    private record Placed(
            int icmpVersion, ByteBuffer bytes, @Nullable Carrier carrier) {

        static Placed of(Sample sample) {
            FrameBuilder frames = new FrameBuilder();
            sample.frame(frames);
            int length = sample.message().capacity();
            ByteBuffer bytes = ByteBuffer.allocate(length).put(frames.payload(length));
            Route route = sample.route();
            return route.isV6()
                    ? new Placed(
                            6, bytes, new Carrier(route.from(), route.to(), sample.hops(), false, sample.routerAlert()))
                    : new Placed(4, bytes, null);
        }

        MessageBytes open() {
            int length = bytes.capacity();
            return new MessageBytes(bytes, 0, 0, length, length, carrier);
        }
    }

    private Placed[] messages = new Placed[0];

    /** Makes what JMH fills in. */
    public BenchmarkMessages() {}

    /** Lays the messages out. */
    @Setup(Level.Trial)
    public void generate() {
        List<Placed> each = family.samples().stream().map(Placed::of).toList();
        messages = new Placed[COUNT];
        for (int i = 0; i < COUNT; i++) {
            messages[i] = each.get(i % each.size());
        }
    }

    /** Reads a message, 0 to {@link #COUNT} - 1. */
    IcmpMessage read(int number) {
        Placed placed = messages[number];
        return MessageTable.read(placed.icmpVersion, placed.open());
    }
}
