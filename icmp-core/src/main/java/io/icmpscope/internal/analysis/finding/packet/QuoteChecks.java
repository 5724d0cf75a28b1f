package io.icmpscope.internal.analysis.finding.packet;

import io.icmpscope.internal.packet.HeaderFacts;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.IcmpError;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.QuotedDatagram;
import io.icmpscope.message.QuotedHeader;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What is wrong with what an error quotes: RFC 1122 section 3.2.2, RFC 4443 section 2.4. */
final class QuoteChecks {

    private static final int MIN_HEADER4 = 20; // bytes
    private static final int HEADER6 = 40;
    private static final int LEAST = 8; // bytes behind the IP header
    private static final int ICMP = 1; // protocol numbers
    private static final int ICMPV6 = 58;
    private static final int PACKET_TOO_BIG = 2;
    private static final int PARAMETER_PROBLEM = 4;
    private static final int UNKNOWN_OPTION = 2; // a code of it

    private final PacketView view;
    private final QuotedDatagram quoted;
    private final BiConsumer<Oddity, IpAddress> found;

    private QuoteChecks(PacketView view, QuotedDatagram quoted, BiConsumer<Oddity, IpAddress> found) {
        this.view = view;
        this.quoted = quoted;
        this.found = found;
    }

    /** Looks at an error, and tells what is odd and about whom. */
    static void look(PacketView error, BiConsumer<Oddity, IpAddress> found) {
        if (error.message() instanceof IcmpError read) {
            new QuoteChecks(error, read.quoted(), found).look();
        } else if (HeaderFacts.isWhole(error)) { // too short for the layout of its type
            found.accept(Oddity.QUOTE_NONE, error.source());
        }
    }

    private void look() {
        lookAtLength();
        QuotedHeader header = quoted.header();
        if (header == null) {
            return;
        }
        if (header.version() != view.ipVersion()) {
            found.accept(Oddity.QUOTE_VERSION, view.source());
        } else if (header.source() != null && !header.source().equals(view.destination())) {
            found.accept(Oddity.QUOTE_FOREIGN, view.destination());
        }
        Oddity about = about(header);
        if (about != null) {
            found.accept(about, view.source());
        }
    }

    /** A message that was cut by the capture is not blamed for what it has lost. */
    private void lookAtLength() {
        if (!HeaderFacts.isWhole(view)) {
            return;
        }
        QuotedHeader header = quoted.header();
        if (header == null) {
            found.accept(Oddity.QUOTE_NONE, view.source());
            return;
        }
        Long total = header.totalLength();
        int least = (header.version() == 4 ? MIN_HEADER4 : HEADER6) + LEAST;
        if (quoted.quotedBytes() < (total == null || total == 0 ? least : Math.min(total, least))) {
            found.accept(Oddity.QUOTE_SHORT, view.source());
        }
    }

    /** Why there should have been no error; the gravest reason. */
    private @Nullable Oddity about(QuotedHeader header) {
        Integer type = quoted.icmpType();
        Integer protocol = header.protocol();
        if (type != null && protocol != null && isError(protocol, type)) {
            return Oddity.ABOUT_ERROR;
        }
        IpAddress destination = header.destination();
        if (destination != null && isGroup(destination) && !mayBeAboutGroups()) {
            return Oddity.ABOUT_GROUP;
        }
        Integer offset = header.fragmentOffset();
        if (header.version() == 4 && offset != null && offset > 0) {
            return Oddity.ABOUT_FRAGMENT;
        }
        return header.source() != null && isNobody(header.source()) ? Oddity.ABOUT_NOBODY : null;
    }

    private static boolean isError(int protocol, int type) {
        return (protocol == ICMP && Icmp.isError(4, type))
                || (protocol == ICMPV6 && (Icmp.isError(6, type) || type == CodeStates.REDIRECT6));
    }

    /** What a source of multicast must know all the same, RFC 4443 section 2.4 (e.3). */
    private boolean mayBeAboutGroups() {
        return view.icmpVersion() == 6
                && (view.type() == PACKET_TOO_BIG
                        || (view.type() == PARAMETER_PROBLEM && view.code() == UNKNOWN_OPTION));
    }

    private static boolean isGroup(IpAddress address) {
        return address.isMulticast() || (address.version() == 4 && address.low() == 0xFFFF_FFFFL);
    }

    private boolean isNobody(IpAddress address) {
        boolean zero = address.high() == 0 && address.low() == 0;
        boolean loopback =
                address.version() == 4 ? address.low() >>> 24 == 127 : address.high() == 0 && address.low() == 1;
        return zero || isGroup(address) || (loopback && !address.equals(view.destination()));
    }
}
