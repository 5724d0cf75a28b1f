package io.icmpscope.internal.analysis.finding;

import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IcmpError;
import io.icmpscope.message.QuotedDatagram;
import org.jspecify.annotations.Nullable;

/** The errors that say that a datagram did not arrive: destination unreachable and time exceeded. */
public final class Failures {

    private Failures() {}

    /**
     * Returns the type of destination unreachable.
     *
     * @param icmpVersion 4 for ICMP, 6 for ICMPv6
     * @return its number
     */
    public static int unreachable(int icmpVersion) {
        return icmpVersion == 4 ? 3 : 1;
    }

    /**
     * Returns the type of time exceeded.
     *
     * @param icmpVersion 4 for ICMP, 6 for ICMPv6
     * @return its number
     */
    public static int timeExceeded(int icmpVersion) {
        return icmpVersion == 4 ? 11 : 3;
    }

    /**
     * Returns the types of both.
     *
     * @param icmpVersion 4 for ICMP, 6 for ICMPv6
     * @return their numbers
     */
    public static Integer[] types(int icmpVersion) {
        return new Integer[] {unreachable(icmpVersion), timeExceeded(icmpVersion)};
    }

    /**
     * Says whether a message is a destination unreachable.
     *
     * @param view the message
     * @return whether it is
     */
    public static boolean isUnreachable(PacketView view) {
        return view.type() == unreachable(view.icmpVersion());
    }

    /**
     * Says whether a message is one of both.
     *
     * @param view the message
     * @return whether it is
     */
    public static boolean isFailure(PacketView view) {
        return isUnreachable(view) || view.type() == timeExceeded(view.icmpVersion());
    }

    /**
     * Says whether a message tells of a closed port.
     *
     * @param view the message
     * @return whether it does
     */
    public static boolean isPortUnreachable(PacketView view) {
        return isUnreachable(view) && view.code() == (view.icmpVersion() == 4 ? 3 : 4);
    }

    /**
     * Returns what an error says of its original.
     *
     * @param view the message
     * @return the quote, or null when it is no error
     */
    public static @Nullable QuotedDatagram quoted(PacketView view) {
        return view.message() instanceof IcmpError error ? error.quoted() : null;
    }
}
