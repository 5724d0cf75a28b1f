package io.icmpscope.internal.analysis;

import io.icmpscope.internal.packet.PacketView;

/** One question about the ICMP messages of a capture. Sees every message, in the order of the file. */
interface Collector {

    /** Takes a message into account; what the view points at is gone after the call. */
    void see(PacketView view);

    /** Writes the answer where the report is put together. */
    void contribute(ReportDraft draft);
}
