package io.icmpscope.internal.analysis.trouble;

import io.icmpscope.internal.analysis.collect.Spread;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IcmpError;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.QuotedDatagram;
import java.io.Serializable;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Who complains of what about whose datagrams to whom. Which port or identifier they had is told apart below this.
 *
 * @param reporter who sent the error
 * @param kind version, type and code in one number
 * @param source who sent the original, or null
 * @param destination whom it was for, or null
 * @param protocol what it carried, or {@link PacketView#NONE}
 * @param role what the number is by which originals are told apart
 */
record ErrorKey(
        IpAddress reporter,
        int kind,
        @Nullable IpAddress source,
        @Nullable IpAddress destination,
        int protocol,
        Role role)
        implements Spread.Key, Comparable<ErrorKey>, Serializable {

    /** What originals of one key are told apart by. */
    enum Role {
        /** Nothing. */
        NONE,
        /** The port that they were for. */
        TO_PORT,
        /** The port that they came from: answers of a service. */
        FROM_PORT,
        /** The ports that they were for, which a traceroute counts up: they are not told apart. */
        PROBE,
        /** The identifier of an ICMP query. */
        IDENTIFIER
    }

    private static final Comparator<IpAddress> ADDRESS = Comparator.nullsFirst(Comparator.naturalOrder());

    private static final Comparator<ErrorKey> ORDER = Comparator.comparing(ErrorKey::reporter)
            .thenComparingInt(ErrorKey::kind)
            .thenComparing(ErrorKey::source, ADDRESS)
            .thenComparing(ErrorKey::destination, ADDRESS)
            .thenComparingInt(ErrorKey::protocol)
            .thenComparing(ErrorKey::role);

    private static final int UDP = 17;
    private static final int WELL_KNOWN = 1024; // ports below it are those of services
    private static final int FIRST_PROBE = 33_434; // what traceroute begins with
    private static final int LAST_PROBE = 33_534;
    private static final int FIRST_MTR_PROBE = 33_000; // mtr counts on from there without an end

    static ErrorKey of(PacketView view, @Nullable QuotedDatagram quoted) {
        int kind = (view.icmpVersion() << 8 | view.type()) << 9 | view.code() + 1;
        if (quoted == null) {
            return new ErrorKey(view.source(), kind, null, null, PacketView.NONE, Role.NONE);
        }
        Integer protocol = quoted.protocol();
        return new ErrorKey(
                view.source(),
                kind,
                quoted.source(),
                quoted.destination(),
                protocol == null ? PacketView.NONE : protocol,
                tellingApart(view, quoted));
    }

    private static Role tellingApart(PacketView view, QuotedDatagram quoted) {
        if (quoted.icmpIdentifier() != null) {
            return Role.IDENTIFIER;
        }
        Integer from = quoted.sourcePort();
        Integer to = quoted.destinationPort();
        if (from == null || to == null) {
            return Role.NONE;
        }
        if (isProbe(view, quoted, to)) {
            return Role.PROBE;
        }
        return from < WELL_KNOWN && to >= WELL_KNOWN ? Role.FROM_PORT : Role.TO_PORT;
    }

    private static boolean isProbe(PacketView view, QuotedDatagram quoted, int port) {
        Integer protocol = quoted.protocol();
        boolean usedUp = view.type() == (view.icmpVersion() == 4 ? 11 : 3) && view.code() == 0;
        return protocol != null
                && protocol == UDP
                && ((port >= FIRST_PROBE && port <= LAST_PROBE) || (usedUp && port >= FIRST_MTR_PROBE));
    }

    /** The number by which an original is told apart, or none. */
    int detail(@Nullable QuotedDatagram quoted) {
        Integer number = quoted == null
                ? null
                : switch (role) {
                    case NONE -> null;
                    case TO_PORT, PROBE -> quoted.destinationPort();
                    case FROM_PORT -> quoted.sourcePort();
                    case IDENTIFIER -> quoted.icmpIdentifier();
                };
        return number == null ? PacketView.NONE : number;
    }

    /** What an error says of its original, which it may have left out. */
    static @Nullable QuotedDatagram quoted(PacketView view) {
        return view.message() instanceof IcmpError error ? error.quoted() : null;
    }

    int icmpVersion() {
        return kind >>> 17;
    }

    int icmpType() {
        return kind >>> 9 & 0xFF;
    }

    @Nullable
    Integer icmpCode() {
        int code = (kind & 0x1FF) - 1;
        return code < 0 ? null : code;
    }

    @Override
    public long spread() {
        long addresses = Spread.of(Spread.of(Spread.of(0, reporter), source), destination);
        return Spread.of(addresses, (long) kind << 32 | (protocol & 0xFFFF_FFFFL));
    }

    @Override
    public int compareTo(ErrorKey other) {
        return ORDER.compare(this, other);
    }
}
