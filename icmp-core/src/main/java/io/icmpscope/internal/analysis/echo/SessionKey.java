package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.analysis.collect.Spread;
import io.icmpscope.internal.packet.Addresses;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.QueryKind;
import java.io.Serializable;

/** What a session is looked up by. One is reused for all look-ups, so that a look-up allocates nothing. */
final class SessionKey implements Serializable {

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

    static int identifier(int meta) {
        return meta & 0xFFFF;
    }

    static int ipVersion(int meta) {
        return meta >>> 16 & 0xF;
    }

    /** The ordinal number of a {@link QueryKind}. */
    static int kind(int meta) {
        return meta >>> 20;
    }

    boolean isIpv4() {
        return ipVersion(meta) == 4;
    }

    /** Both addresses of IPv4 in one. */
    long ipv4() {
        return (requesterLow << Integer.SIZE) | responderLow;
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

    /** Decides, beyond a limit, which sessions are kept. */
    long spread() {
        long asker = Spread.of(Spread.of(Spread.of(0, meta), requesterHigh), requesterLow);
        return Spread.of(Spread.of(asker, responderHigh), responderLow);
    }

    /** Where a table has the session; unlike a spread it depends on a secret, so that nobody can make keys that meet there. */
    int hash(long secret) {
        long begun = mix(secret, meta);
        return place(
                isIpv4()
                        ? mix(begun, ipv4())
                        : mix(mix(mix(mix(begun, requesterHigh), requesterLow), responderHigh), responderLow));
    }

    /** Where a table has the sessions of who asks. */
    int askerHash(long secret) {
        return place(mix(mix(mix(secret, requesterHigh), requesterLow), meta));
    }

    private static long mix(long hash, long word) {
        long product = (hash ^ word) * FACTOR;
        return product ^ product >>> 32;
    }

    private static int place(long hash) {
        return (int) ((hash * FACTOR) >>> 32);
    }
}
