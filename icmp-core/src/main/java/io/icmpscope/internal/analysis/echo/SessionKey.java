package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.packet.Addresses;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.QueryKind;
import java.io.Serializable;
import java.util.Random;

/** What a session is looked up by. One is reused for all look-ups, so that a look-up allocates nothing. */
final class SessionKey implements Serializable {

    /** Nobody outside can make keys that meet in one place of a table. */
    private static final long SECRET = new Random().nextLong();

    private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;

    long requesterHigh;
    long requesterLow;
    long responderHigh;
    long responderLow;
    int meta;

    /** What is asked, in which version of IP, under which identifier. */
    @SuppressWarnings("EnumOrdinal") // never leaves this process
    static int meta(QueryKind kind, int ipVersion, int identifier) {
        return kind.ordinal() << 20 | ipVersion << 16 | identifier;
    }

    SessionKey request(PacketView view, QueryKind kind) {
        requesterHigh = Addresses.sourceHigh(view);
        requesterLow = Addresses.sourceLow(view);
        responderHigh = Addresses.destinationHigh(view);
        responderLow = Addresses.destinationLow(view);
        meta = meta(kind, view.ipVersion(), QueryType.identifier(view));
        return this;
    }

    SessionKey reply(PacketView view, QueryKind kind) {
        requesterHigh = Addresses.destinationHigh(view);
        requesterLow = Addresses.destinationLow(view);
        responderHigh = Addresses.sourceHigh(view);
        responderLow = Addresses.sourceLow(view);
        meta = meta(kind, view.ipVersion(), QueryType.identifier(view));
        return this;
    }

    SessionKey of(IpAddress requester, IpAddress responder, QueryKind kind, int identifier) {
        requesterHigh = requester.high();
        requesterLow = requester.low();
        responderHigh = responder.high();
        responderLow = responder.low();
        meta = meta(kind, requester.version(), identifier);
        return this;
    }

    /** Where a table has the session; unlike a spread it differs from one run to the next. */
    int hash() {
        return place(mix(mix(asker(), responderHigh), responderLow));
    }

    /** Where a table has the sessions of who asks. */
    int askerHash() {
        return place(asker());
    }

    private long asker() {
        return mix(mix(mix(SECRET, requesterHigh), requesterLow), meta);
    }

    private static long mix(long hash, long word) {
        long product = (hash ^ word) * FACTOR;
        return product ^ product >>> 32;
    }

    private static int place(long hash) {
        return (int) ((hash * FACTOR) >>> 32);
    }
}
