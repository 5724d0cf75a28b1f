package io.icmpscope.internal.analysis.path;

import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.DestinationUnreachable;
import io.icmpscope.message.IcmpError;
import io.icmpscope.message.PacketTooBig;
import org.jspecify.annotations.Nullable;

/** What traceroute(8) of Linux prints behind an answer that is no Time Exceeded. */
final class Annotation {

    private Annotation() {}

    /** The mark, or null for a port that cannot be reached, which is the answer that traceroute hopes for. */
    static @Nullable String of(PacketView view, IcmpError error) {
        if (error instanceof PacketTooBig tooBig) {
            return "!F-" + tooBig.mtu();
        }
        if (!(error instanceof DestinationUnreachable unreachable)) {
            return null;
        }
        return view.icmpVersion() == 4 ? version4(view.code(), unreachable.nextHopMtu()) : version6(view.code());
    }

    private static @Nullable String version4(int code, @Nullable Integer mtu) {
        return switch (code) {
            case 0, 6, 8, 11 -> "!N";
            case 1, 7, 12 -> "!H";
            case 2 -> "!P";
            case 3 -> null;
            case 4 -> mtu == null ? "!F" : "!F-" + mtu;
            case 5 -> "!S";
            case 9, 10, 13 -> "!X";
            case 14 -> "!V";
            case 15 -> "!C";
            default -> other(code);
        };
    }

    private static @Nullable String version6(int code) {
        return switch (code) {
            case 0 -> "!N";
            case 1 -> "!X";
            case 2, 3 -> "!H";
            case 4 -> null;
            default -> other(code);
        };
    }

    private static @Nullable String other(int code) {
        return code == PacketView.NONE ? null : "!<" + code + ">";
    }
}
