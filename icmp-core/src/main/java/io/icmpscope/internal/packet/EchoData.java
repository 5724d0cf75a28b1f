package io.icmpscope.internal.packet;

import io.icmpscope.internal.wire.Icmp;

/** The data of an echo in place, behind identifier and sequence number: for views that {@link PacketView#isEchoRequest} knows. */
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
}
