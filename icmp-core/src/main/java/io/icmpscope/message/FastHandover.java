package io.icmpscope.message;

import java.util.List;

/**
 * A message of fast handovers: ICMPv6 type 154.
 *
 * @param subtype 2 router solicitation for proxy advertisement, 3 proxy router advertisement, 4 handover initiate, 5
 *     handover acknowledge; up to 255
 * @param flags 0 to 255; in a handover initiate S 0x80: assigned address, U 0x40: buffer packets
 * @param identifier pairs an answer with its question, 0 to 65,535
 * @param options what else it says
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5568#section-6.1">RFC 5568, section 6.1</a>
 */
public record FastHandover(int subtype, int flags, int identifier, List<NdpOption> options) implements IcmpMessage {

    /** Keeps a copy of the list. */
    public FastHandover {
        options = List.copyOf(options);
    }
}
