package io.icmpscope.message;

import java.io.Serializable;
import java.util.List;

/**
 * The MPLS label stack that the quoted datagram arrived with: extension object of class 1, C-Type 1.
 *
 * @param entries outermost first
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4950#section-5">RFC 4950, section 5</a>
 */
public record MplsLabelStack(List<Entry> entries) implements ExtensionObject {

    /** Keeps a copy of the list. */
    public MplsLabelStack {
        entries = List.copyOf(entries);
    }

    /**
     * One label, RFC 3032 section 2.1.
     *
     * @param label 0 to 2^20 - 1
     * @param trafficClass 0 to 7, formerly the experimental bits, RFC 5462
     * @param bottom whether it says that it is the last of the stack
     * @param ttl time to live, 0 to 255
     */
    public record Entry(int label, int trafficClass, boolean bottom, int ttl) implements Serializable {}
}
