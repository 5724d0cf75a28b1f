package io.icmpscope.internal.analysis;

import io.icmpscope.internal.packet.PacketEntries;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.PacketEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What do the first messages say, one by one? Comes after the folds, which tell it what answers what. */
final class PacketLister implements Collector {

    private final long firstPacket;
    private final int maxPackets;
    private final List<PacketEntry> entries = new ArrayList<>();
    private final Map<Long, Integer> indexByFrame = new HashMap<>();
    private long seen;
    private long lastListedFrame;

    PacketLister(long firstPacket, int maxPackets) {
        this.firstPacket = firstPacket;
        this.maxPackets = maxPackets;
    }

    @Override
    public void see(PacketView view) {
        seen++;
        noteReply(view);
        if (seen > firstPacket && entries.size() < maxPackets) {
            lastListedFrame = view.frameNumber();
            indexByFrame.putIfAbsent(lastListedFrame, entries.size());
            entries.add(PacketEntries.entry(view, seen));
        }
    }

    /** Tells a listed request which frame answered it first. */
    private void noteReply(PacketView view) {
        if (view.requestFrame() == PacketView.NONE || view.requestFrame() > lastListedFrame) {
            return; // almost always, once the list is full
        }
        Integer index = indexByFrame.get(view.requestFrame());
        if (index != null && entries.get(index).replyFrame() == null) {
            entries.set(index, entries.get(index).withReplyFrame(view.frameNumber()));
        }
    }

    @Override
    public void contribute(ReportDraft draft) {
        draft.packets = entries;
    }
}
