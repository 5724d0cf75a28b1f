package io.icmpscope.internal.analysis.finding.tunnel;

import io.icmpscope.internal.analysis.collect.Spread;
import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import java.io.Serializable;

/** Two hosts between which echo messages went. Tunnels change the identifier as they like, so it is no part of it. */
record Ends(IpAddress requester, IpAddress responder) implements Spread.Key, Comparable<Ends>, Serializable {

    static Ends of(PacketView echo, boolean request) {
        return request ? new Ends(echo.source(), echo.destination()) : new Ends(echo.destination(), echo.source());
    }

    @Override
    public long spread() {
        return Spread.of(Spread.of(0, requester), responder);
    }

    String between() {
        return "between " + requester + " and " + responder;
    }

    /** Selects the echo messages of both. */
    String filter() {
        int version = requester.version();
        return DisplayFilter.all(
                version == 4 ? DisplayFilter.type(4, 0, 8) : DisplayFilter.type(6, 128, 129),
                DisplayFilter.with(requester),
                DisplayFilter.with(responder));
    }

    @Override
    public int compareTo(Ends other) {
        int first = requester.compareTo(other.requester);
        return first != 0 ? first : responder.compareTo(other.responder);
    }
}
