package io.icmpscope.internal.packet;

import java.io.Closeable;
import java.util.function.Consumer;

/** Some messages and probes that follow each other in a capture, each of which has an owner. Not changed any more. */
public interface PacketBatch extends Closeable {

    /**
     * Goes through those of one owner, in their order. Several threads can do so at once.
     *
     * @param owner whose they are
     * @param action takes each; the view is of no meaning afterwards
     */
    void forEach(int owner, Consumer<PacketView> action);
}
