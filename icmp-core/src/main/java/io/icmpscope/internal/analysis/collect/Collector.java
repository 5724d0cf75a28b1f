package io.icmpscope.internal.analysis.collect;

import io.icmpscope.internal.packet.PacketView;
import java.io.Serializable;

/**
 * One question about the ICMP messages of a capture, and about the probes that some of them quote. A <em>fold</em> needs all messages of one {@link AskingHost}, in the
 * order of the capture; a <em>tally</em> needs no order at all.
 */
public interface Collector extends Serializable {

    /**
     * Takes a message into account.
     *
     * @param view the message; what it points at is gone after the call
     */
    void see(PacketView view);

    /**
     * Takes a traceroute's probe by UDP or TCP into account, or the segment of TCP that answers one.
     *
     * @param view the packet, which is no ICMP message; what it points at is gone after the call
     */
    default void seeProbe(PacketView view) {}

    /**
     * Takes in what another collector has seen: of a fold, messages of other asking hosts. The result does not depend on
     * which of the two is asked.
     *
     * @param other a collector of the same class and limits, which is not used any more afterwards
     */
    void merge(Collector other);

    /**
     * Writes the answer where the report is put together. Nothing is seen or merged afterwards.
     *
     * @param draft the report so far
     */
    void contribute(ReportDraft draft);
}
