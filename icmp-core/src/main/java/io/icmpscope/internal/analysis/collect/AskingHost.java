package io.icmpscope.internal.analysis.collect;

import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IcmpError;
import io.icmpscope.message.IpAddress;

/**
 * Whose story a message belongs to. A question, its answers and the errors about it have the same asking host, so that the
 * messages of different asking hosts can be folded apart, and the results be merged in any order.
 */
public final class AskingHost {

    /** What neighbour discovery, router discovery and listener discovery share: they concern the link. */
    public static final IpAddress LINK = IpAddress.v6(0, 0);

    private AskingHost() {}

    /**
     * Tells whose story a message belongs to.
     *
     * @param view the message
     * @return the source of a question or a probe, the destination of an answer, the source of what an error quotes; {@link #LINK} for
     *     discovery on the link
     */
    public static IpAddress of(PacketView view) {
        if (!view.isIcmp()) {
            return view.isProbe() ? view.source() : view.destination();
        }
        if (isAboutTheLink(view.icmpVersion(), view.type())) {
            return LINK;
        }
        if (view.isError()
                && view.message() instanceof IcmpError error
                && error.quoted().source() != null) {
            return error.quoted().source();
        }
        return view.isReply() || view.isError() ? view.destination() : view.source();
    }

    private static boolean isAboutTheLink(int icmpVersion, int type) {
        if (icmpVersion == 4) {
            return type == 9 || type == 10; // router discovery, RFC 1256
        }
        return (type >= 130 && type <= 137)
                || type == 141
                || type == 142
                || type == 143
                || (type >= 151 && type <= 153);
    }
}
