package io.icmpscope.internal.packet;

import io.icmpscope.internal.capture.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** A frame that was put aside because it must be decoded behind those before it; and what was found in it then. */
final class FrameAside {

    private record Found(PacketView view, int owner) {}

    private final Frame frame;
    private final int row;
    private final List<Found> found = new ArrayList<>(1);
    private long more;

    /** Puts a frame aside, which belongs before a row and has a number among the frames of its stretch. */
    FrameAside(Frame frame, int row) {
        this.frame = frame;
        this.row = row;
    }

    int row() {
        return row;
    }

    /** Decodes it; gives how many messages there are in it and the earlier ones of the stretch that were put aside. */
    long decode(
            PacketDecoder inOrder,
            ToIntFunction<PacketView> owner,
            long framesBefore,
            long messagesBefore,
            long moreBefore) {
        more = moreBefore;
        frame.number(framesBefore + frame.number());
        PacketView view = new PacketView();
        boolean there = inOrder.decode(frame, view);
        while (there) {
            if (view.isIcmp()) {
                view.messageNumber = messagesBefore + row + ++more;
            }
            found.add(new Found(SentPacket.copy(view), owner.applyAsInt(view)));
            there = inOrder.decodeMore(frame, view);
        }
        return more;
    }

    /** Goes through what was found; gives the same as {@link #decode}. */
    long forEach(int owner, Consumer<PacketView> action) {
        for (Found one : found) {
            if (one.owner == owner) {
                action.accept(one.view);
            }
        }
        return more;
    }
}
