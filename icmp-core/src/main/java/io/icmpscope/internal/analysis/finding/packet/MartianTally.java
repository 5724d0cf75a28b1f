package io.icmpscope.internal.analysis.finding.packet;

import io.icmpscope.internal.analysis.collect.Observations;
import io.icmpscope.internal.packet.Addresses;
import io.icmpscope.internal.packet.HeaderFacts;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Which addresses cannot be there? They are looked at in place: most are told by their first bits. */
final class MartianTally implements Serializable {

    private static final int LINK_LOCAL4 = 0xA9FE; // 169.254/16
    private static final int LINK_LOCAL6 = 0x3FA; // fe80::/10, ten bits
    private static final int SITE_LOCAL6 = 0x3FB; // fec0::/10
    private static final int DOCUMENTATION6 = 0x2001_0DB8; // /32
    private static final int DOCUMENTATION6_NEW = 0x3FFF0; // 3fff::/20

    private boolean any; // address that cannot be there, unless on a loopback interface
    private final @Nullable Seen[] seen = new Seen[Martian.NUMBERS];

    MartianTally() {}

    void see(PacketView view) {
        if (view.isAgain() && !any) {
            return; // nor was there anything about the addresses of the earlier message
        }
        Martian source = view.ipVersion() == 4
                ? source4((int) Addresses.sourceLow(view), view)
                : source6(Addresses.sourceHigh(view), Addresses.sourceLow(view), view);
        Martian destination = view.ipVersion() == 4
                ? destination4((int) Addresses.destinationLow(view))
                : destination6(Addresses.destinationHigh(view), Addresses.destinationLow(view));
        if (source != null || destination != null) {
            any = true;
            note(view, source, destination);
        }
    }

    private void note(PacketView view, @Nullable Martian source, @Nullable Martian destination) {
        boolean alike = source == destination;
        if (source == Martian.LOOPBACK || destination == Martian.LOOPBACK) {
            if (HeaderFacts.isOnLoopback(view) || (alike && view.linkSource() == null)) {
                return; // where they belong, as far as can be seen
            }
        }
        if (source != null) {
            see(view, source, /* asSource= */ true);
        }
        if (destination != null && !(alike && destination == Martian.DOCUMENTATION)) {
            see(view, destination, /* asSource= */ destination == Martian.DOCUMENTATION);
        }
    }

    private void see(PacketView view, Martian martian, boolean asSource) {
        int number = martian.number(asSource, view.ipVersion());
        Seen known = seen[number];
        if (known == null) {
            known = new Seen();
            seen[number] = known;
        }
        known.see(view);
    }

    private static @Nullable Martian source4(int address, PacketView view) {
        return switch (address >>> 24) {
            case 0 -> isWithoutAddress4(view) ? null : Martian.THIS_NETWORK;
            case 127 -> Martian.LOOPBACK;
            case 169 -> address >>> 16 == LINK_LOCAL4 && wasRouted(view) ? Martian.LINK_LOCAL : null;
            case 192, 198, 203 -> documentation4(address);
            default -> address >>> 28 < 0xE ? null : highest4(address);
        };
    }

    private static Martian highest4(int address) {
        if (address >>> 28 == 0xE) {
            return Martian.GROUP;
        }
        return address == -1 ? Martian.BROADCAST : Martian.RESERVED;
    }

    private static @Nullable Martian destination4(int address) {
        return switch (address >>> 24) {
            case 0 -> Martian.THIS_NETWORK;
            case 127 -> Martian.LOOPBACK;
            case 192, 198, 203 -> documentation4(address);
            default -> address >>> 28 == 0xF && address != -1 ? Martian.RESERVED : null;
        };
    }

    static boolean isDocumentation(IpAddress address) {
        return (address.version() == 4 ? documentation4((int) address.low()) : documentation6(address.high())) != null;
    }

    /** 192.0.2.0/24, 198.51.100.0/24 and 203.0.113.0/24, RFC 5737. */
    private static @Nullable Martian documentation4(int address) {
        int prefix = address >>> 8;
        return prefix == 0xC0_0002 || prefix == 0xC6_3364 || prefix == 0xCB_0071 ? Martian.DOCUMENTATION : null;
    }

    private static @Nullable Martian source6(long high, long low, PacketView view) {
        if (high >>> 61 == 1) { // 2000::/3, from which global addresses are given out
            return documentation6(high);
        }
        if (high >>> 54 == LINK_LOCAL6) {
            boolean onLink = Addresses.destinationHigh(view) >>> 54 == LINK_LOCAL6;
            return !onLink && wasRouted(view) ? Martian.LINK_LOCAL : null;
        }
        if (high >>> 56 == 0xFF) {
            return Martian.GROUP;
        }
        return high == 0 && low == 0 && isWithoutAddress6(view) ? null : special6(high, low);
    }

    private static @Nullable Martian destination6(long high, long low) {
        return high >>> 61 == 1 ? documentation6(high) : special6(high, low);
    }

    private static @Nullable Martian documentation6(long high) {
        return high >>> 32 == DOCUMENTATION6 || high >>> 44 == DOCUMENTATION6_NEW ? Martian.DOCUMENTATION : null;
    }

    private static @Nullable Martian special6(long high, long low) {
        if (high >>> 54 == SITE_LOCAL6) {
            return Martian.SITE_LOCAL;
        }
        if (high != 0) {
            return null;
        }
        if (low == 0) {
            return Martian.UNSPECIFIED;
        }
        if (low == 1) {
            return Martian.LOOPBACK;
        }
        return low >>> 32 == 0xFFFF ? Martian.MAPPED : null;
    }

    /** Whether a time to live is none that senders begin with, so that a router has counted it down. */
    private static boolean wasRouted(PacketView view) {
        return switch (view.ttl()) {
            case 0, 1, 30, 32, 60, 64, 128, 255 -> false;
            default -> true;
        };
    }

    /** Router solicitations, and who asks for the network or its mask: RFC 1256 section 2, RFC 792, RFC 950 appendix I. */
    private static boolean isWithoutAddress4(PacketView view) {
        int type = view.type();
        return view.icmpVersion() == 4 && (type == 10 || type == 15 || type == 17);
    }

    /** Reports of groups, solicitations of routers and neighbours, and of certification paths. */
    private static boolean isWithoutAddress6(PacketView view) {
        return view.icmpVersion() == 6
                && switch (view.type()) {
                    case 131, 132, 133, 135, 143, 148 -> true;
                    default -> false;
                };
    }

    void merge(MartianTally other) {
        any |= other.any;
        for (int i = 0; i < seen.length; i++) {
            Seen mine = seen[i];
            Seen others = other.seen[i];
            if (mine == null) {
                seen[i] = others;
            } else if (others != null) {
                mine.addAll(others);
            }
        }
    }

    void contribute(Observations observations) {
        for (int i = 0; i < seen.length; i++) {
            Seen one = seen[i];
            if (one != null) {
                observations.add(one.as(new OddKey(Oddity.MARTIAN, null, i)));
            }
        }
    }
}
