package io.icmpscope.fuzz;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.internal.wire.LinkTypes;
import io.icmpscope.report.PacketEntry;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;

/** Frames one by one: down their headers, and as the messages that they carry. */
final class PacketReading {

    private PacketReading() {}

    /**
     * Reads frames as captures whose other bytes differ; the first frames alone carry the first messages.
     *
     * @param linkType one that is decoded
     */
    static void holds(int linkType, List<byte[]> frames) throws IOException {
        for (byte[] frame : frames) {
            Descent.from(LinkTypes.layer(linkType), frame);
        }
        List<PacketEntry> all = Verdict.messages(capture(ByteOrder.BIG_ENDIAN, linkType, frames));
        List<PacketEntry> again = Verdict.messages(capture(ByteOrder.LITTLE_ENDIAN, linkType, frames));
        Invariant.same(all, again, "in a capture of the other byte order");
        if (frames.size() > 1) {
            List<byte[]> fewer = frames.subList(0, frames.size() - 1);
            List<PacketEntry> some = Verdict.messages(capture(ByteOrder.BIG_ENDIAN, linkType, fewer));
            Invariant.beginning(some, all, "without the last frame");
        }
        for (PacketEntry packet : all) {
            Invariant.holds(packet.frameNumber() >= 1 && packet.frameNumber() <= frames.size(), packet);
            Invariant.holds(packet.path().size() > 1, "behind some header: " + packet);
        }
    }

    private static byte[] capture(ByteOrder order, int linkType, List<byte[]> frames) {
        Pcap capture = Pcap.in(order).network(linkType);
        for (int i = 0; i < frames.size(); i++) {
            capture.record(1 + i, 0, frames.get(i));
        }
        return capture.bytes();
    }
}
