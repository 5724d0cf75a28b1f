package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IcmpError;
import io.icmpscope.message.QuotedDatagram;
import org.jspecify.annotations.Nullable;

/** The errors that say that a datagram did not arrive: destination unreachable and time exceeded. */
final class Failures {

    private Failures() {}

    static boolean isUnreachable(PacketView view) {
        return view.type() == (view.icmpVersion() == 4 ? 3 : 1);
    }

    static boolean isFailure(PacketView view) {
        return isUnreachable(view) || view.type() == (view.icmpVersion() == 4 ? 11 : 3);
    }

    static boolean isPortUnreachable(PacketView view) {
        return isUnreachable(view) && view.code() == (view.icmpVersion() == 4 ? 3 : 4);
    }

    /** What an error says of its original, which it may have left out. */
    static @Nullable QuotedDatagram quoted(PacketView view) {
        return view.message() instanceof IcmpError error ? error.quoted() : null;
    }

    /** The types of these errors. */
    static Integer[] types(int version) {
        return version == 4 ? new Integer[] {3, 11} : new Integer[] {1, 3};
    }
}
