package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.collect.Observations;
import java.io.Serializable;

/** One question about the messages of links, which are told to it in the order of the capture. */
interface Watch extends Serializable {

    /** Takes a message into account. */
    void see(LinkMessage message);

    /** Tells what was observed. */
    void tell(Observations observations);
}
