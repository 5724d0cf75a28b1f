package io.icmpscope.internal.packet;

import io.icmpscope.internal.wire.Ipv6;
import io.icmpscope.internal.wire.Ipv6Extension;
import io.icmpscope.report.ChecksumStatus;
import java.util.List;

/** What the headers of a message say beside addresses and lengths, in place, for those who look for odd ones. */
public final class HeaderFacts {

    private static final int ICMPV6 = 58; // protocol number

    private HeaderFacts() {}

    /**
     * Verifies the checksum of a message.
     *
     * @param view the message
     * @return whether it holds
     */
    public static ChecksumStatus checksumStatus(PacketView view) {
        return MessageChecksum.status(view);
    }

    /**
     * Names the headers of a frame down to a message.
     *
     * @param view the message
     * @return as in a {@link io.icmpscope.report.PacketEntry}
     */
    public static List<String> path(PacketView view) {
        return view.path.words();
    }

    /**
     * Says whether a message was captured to its end.
     *
     * @param view the message
     * @return whether all bytes are there that the headers declare
     */
    public static boolean isWhole(PacketView view) {
        return view.end >= view.declaredEnd;
    }

    /**
     * Says whether a message came in fragments.
     *
     * @param view the message
     * @return whether it was joined from several packets
     */
    public static boolean isJoined(PacketView view) {
        return !view.fragments.isEmpty();
    }

    /**
     * Says whether the IPv6 packet of a message has a fragment header, be it the only fragment.
     *
     * @param view the message
     * @return whether there is one, or the message came in fragments
     */
    public static boolean hasFragmentHeader(PacketView view) {
        return isJoined(view) || view.path.innermostHas("fragment");
    }

    /**
     * Looks for a routing header of type 0 before a message.
     *
     * @param view the message
     * @return how many segments are left in it, or {@link PacketView#NONE} when there is none, or the message came in
     *     fragments
     */
    public static int segmentsLeftOfTypeZero(PacketView view) {
        return view.ipVersion == 4 || isJoined(view) || Ipv6.nextHeader(view.bytes, view.ipAt) == ICMPV6
                ? PacketView.NONE
                : Ipv6Extension.segmentsLeftOfTypeZero(view.bytes, view.ipAt, view.at);
    }

    /**
     * Says whether a frame was captured where a host talks to itself.
     *
     * @param view the message
     * @return whether the link is a loopback interface, as far as its frames tell; true also where a message came in
     *     fragments, of which it cannot be told any more
     */
    public static boolean isOnLoopback(PacketView view) {
        return view.path.isOnLoopback(view.bytes, view.frameStart, isJoined(view));
    }
}
