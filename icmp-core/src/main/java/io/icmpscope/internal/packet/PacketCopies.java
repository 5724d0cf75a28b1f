package io.icmpscope.internal.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** Messages and probes that were copied out of their frames. */
public final class PacketCopies implements PacketBatch {

    private record Copy(PacketView view, int owner) {}

    private final List<Copy> copies = new ArrayList<>();
    private final ToIntFunction<PacketView> owner;

    /**
     * Makes a batch of nothing.
     *
     * @param owner tells whose a message or probe is
     */
    public PacketCopies(ToIntFunction<PacketView> owner) {
        this.owner = owner;
    }

    /**
     * Adds a copy.
     *
     * @param view what to copy
     */
    public void add(PacketView view) {
        copies.add(new Copy(SentPacket.copy(view), owner.applyAsInt(view)));
    }

    /**
     * Returns how many there are.
     *
     * @return messages and probes
     */
    public int count() {
        return copies.size();
    }

    @Override
    public void forEach(int ofOwner, Consumer<PacketView> action) {
        for (Copy copy : copies) {
            if (copy.owner == ofOwner) {
                action.accept(copy.view);
            }
        }
    }

    @Override
    public void close() {
        // There is nothing to give back.
    }
}
