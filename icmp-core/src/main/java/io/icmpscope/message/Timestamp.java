package io.icmpscope.message;

/**
 * The clock question of ICMPv4 and its answer, types 13 and 14.
 *
 * <p>Each stamp is milliseconds since midnight UT when its top bit is clear; with the top bit set its unit is the
 * sender's own.
 *
 * @param identifier 0 to 65,535, network byte order
 * @param sequenceNumber 0 to 65,535, network byte order
 * @param originate when the requester last touched the message, 0 to 2^32 - 1
 * @param receive when the responder first touched it, 0 to 2^32 - 1
 * @param transmit when the responder last touched it, 0 to 2^32 - 1
 * @see <a href="https://www.rfc-editor.org/rfc/rfc792#page-16">RFC 792, page 16</a>
 */
public record Timestamp(int identifier, int sequenceNumber, long originate, long receive, long transmit)
        implements IcmpQuery {

    /** How many milliseconds a day has. */
    public static final int DAY_MILLIS = 86_400_000;

    private static final long NON_STANDARD = 0x8000_0000L;
    private static final int CLOSE_MILLIS = 5_000;

    /**
     * Says whether a stamp has the standard unit: its top bit is clear.
     *
     * @param stamp one of the three, 0 to 2^32 - 1
     * @return whether it is to be read as milliseconds since midnight UT
     */
    public static boolean isStandard(long stamp) {
        return (stamp & NON_STANDARD) == 0;
    }

    /**
     * Says whether a stamp is a time of day: it has the standard unit and is less than a day.
     *
     * @param stamp one of the three, 0 to 2^32 - 1
     * @return whether it is
     */
    public static boolean isTimeOfDay(long stamp) {
        return stamp >= 0 && stamp < DAY_MILLIS;
    }

    /**
     * Says whether a stamp was probably written in little-endian order, as Windows does: only with its bytes reversed is it
     * a time of day, and one within five seconds of when it was captured.
     *
     * @param stamp one of the three, 0 to 2^32 - 1
     * @param capturedMillis when it was captured, in milliseconds since midnight UT
     * @return whether it was
     */
    public static boolean isProbablyLittleEndian(long stamp, long capturedMillis) {
        return !isClose(stamp, capturedMillis)
                && isClose(Integer.toUnsignedLong(Integer.reverseBytes((int) stamp)), capturedMillis);
    }

    private static boolean isClose(long stamp, long capturedMillis) {
        long apart = Math.floorMod(stamp - capturedMillis, (long) DAY_MILLIS);
        return isTimeOfDay(stamp) && Math.min(apart, DAY_MILLIS - apart) <= CLOSE_MILLIS;
    }
}
