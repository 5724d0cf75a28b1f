package io.icmpscope.internal.packet;

import io.icmpscope.internal.wire.Icmp;

/** The data of an echo in place, behind identifier and sequence number: for views that {@link PacketView#isEchoRequest} or {@link PacketView#isEchoReply} knows. */
public final class EchoData {

    private EchoData() {}

    /**
     * Returns how many bytes were captured.
     *
     * @param echo an echo
     * @return 0 or more
     */
    public static int length(PacketView echo) {
        return echo.length() - Icmp.BODY;
    }

    /**
     * Returns how many bytes were sent, as the IP header says.
     *
     * @param echo an echo
     * @return at least {@link #length}
     */
    public static long declaredLength(PacketView echo) {
        return Math.max(echo.end, echo.declaredEnd) - echo.at - Icmp.BODY;
    }

    /**
     * Reads a byte.
     *
     * @param echo an echo
     * @param index 0 or more, less than {@link #length}
     * @return 0 to 255
     */
    public static int u8(PacketView echo, int index) {
        return echo.bytes.get(echo.at + Icmp.BODY + index) & 0xFF;
    }

    /**
     * Reads eight bytes.
     *
     * @param echo an echo
     * @param index of the first of them; there must be seven more
     * @return what they are as a big-endian number
     */
    public static long eight(PacketView echo, int index) {
        return echo.bytes.getLong(echo.at + Icmp.BODY + index);
    }

    /**
     * Says whether the message came in fragments, which were joined.
     *
     * @param echo an echo
     * @return whether it did
     */
    public static boolean isJoined(PacketView echo) {
        return !echo.fragments.isEmpty();
    }

    /**
     * Notes what the data looks like, so that it is found out once for all who ask.
     *
     * @param echo an echo
     * @param number of a class of data
     */
    public static void noteClass(PacketView echo, int number) {
        echo.dataClass = number;
    }

    /**
     * Returns what the data looks like.
     *
     * @param echo an echo
     * @return the number of a class of data, or {@link PacketView#NONE} when nobody found out yet
     */
    public static int notedClass(PacketView echo) {
        return echo.dataClass;
    }

    /**
     * Notes that this reply has other data than the request that it answers.
     *
     * @param reply a reply
     */
    public static void noteChange(PacketView reply) {
        reply.dataChanged = true;
    }

    /**
     * Says whether this reply is known to have other data than the request that it answers.
     *
     * @param reply a reply
     * @return whether that was noted
     */
    public static boolean isChanged(PacketView reply) {
        return reply.dataChanged;
    }
}
