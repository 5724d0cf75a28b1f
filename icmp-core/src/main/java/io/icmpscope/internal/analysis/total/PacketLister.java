package io.icmpscope.internal.analysis.total;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.packet.PacketEntries;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.PacketEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** What do the first messages say, one by one? Comes after the folds, which tell it what answers what. */
public final class PacketLister implements Collector {

    private final long firstPacket;
    private final long lastPacket;
    private final SortedMap<Long, PacketEntry> entries = new TreeMap<>(); // by packet number
    private final Map<Long, Long> firstInFrame = new HashMap<>(); // packet number by frame number
    private long lastListedFrame;

    /**
     * Makes an empty list.
     *
     * @param options what to list
     */
    public PacketLister(AnalysisOptions options) {
        firstPacket = options.firstPacket();
        long last = firstPacket + options.maxPackets();
        lastPacket = last < 0 ? Long.MAX_VALUE : last;
    }

    @Override
    public void see(PacketView view) {
        noteReply(view);
        long number = view.messageNumber();
        if (number > firstPacket && number <= lastPacket) {
            lastListedFrame = view.frameNumber();
            firstInFrame.putIfAbsent(lastListedFrame, number);
            entries.put(number, PacketEntries.entry(view, number));
        }
    }

    /** Tells a listed request which frame answered it first. */
    private void noteReply(PacketView view) {
        if (view.requestFrame() == PacketView.NONE || view.requestFrame() > lastListedFrame) {
            return; // almost always, once the list is full
        }
        Long first = firstInFrame.get(view.requestFrame());
        if (first == null) {
            return;
        }
        for (Map.Entry<Long, PacketEntry> listed : entries.tailMap(first).entrySet()) {
            PacketEntry request = listed.getValue();
            if (request.frameNumber() != view.requestFrame()) {
                return;
            }
            if (request.replyFrame() == null && isAnswered(request, view)) {
                listed.setValue(request.withReplyFrame(view.frameNumber()));
                return;
            }
        }
    }

    /** A frame may hold several messages, of which a reply answers one. */
    private static boolean isAnswered(PacketEntry request, PacketView reply) {
        return Objects.equals(request.identifier(), reply.identifier())
                && Objects.equals(request.sequenceNumber(), reply.sequenceNumber())
                && request.source().equals(reply.destination());
    }

    @Override
    public void merge(Collector other) {
        entries.putAll(((PacketLister) other).entries);
    }

    @Override
    public void contribute(ReportDraft draft) {
        draft.packets = List.copyOf(entries.values());
    }
}
