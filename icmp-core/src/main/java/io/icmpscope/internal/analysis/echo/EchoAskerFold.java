package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whom one host asked under one identifier, and who answered it unasked. */
final class EchoAskerFold {

    /** A sweep asks many; a reply from elsewhere answers one of the latest of them. */
    private static final int MOST_TRIED = 64;

    /** By the address asked, or that answered. */
    final Map<IpAddress, EchoSessionFold> sessions = new HashMap<>(2);

    /** Those with requests, by the first of them. */
    final List<EchoSessionFold> asking = new ArrayList<>(1);

    /** The session that a reply from an address belongs to which was not asked itself; null when there is none. */
    @Nullable
    EchoSessionFold answeredFromElsewhere(PacketView view, IpAddress from) {
        EchoSessionFold direct = sessions.get(from);
        if (direct != null && direct.hasAsked()) {
            return null;
        }
        for (int i = asking.size() - 1; i >= Math.max(0, asking.size() - MOST_TRIED); i--) {
            if (asking.get(i).mayBeAnsweredBy(view)) {
                return asking.get(i);
            }
        }
        return null;
    }
}
