package io.icmpscope.internal.analysis.payload;

import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.EchoData;
import io.icmpscope.internal.packet.PacketView;

/**
 * The time that many pings send, as seconds and microseconds of their own machine. It is believed when it is within an hour
 * of the time of the capture; where the capture has no time, or one that began in 1970, when it is a time at all.
 */
final class SendTime {

    private static final long NANOS = 1_000_000_000L;
    private static final long HOUR = 3_600; // seconds
    private static final long MICROS = 1_000_000;
    private static final long FIRST_PING = 400_000_000; // ping was written in 1983; seconds since 1970
    private static final int WIDE = 16; // bytes of a time of two 64-bit numbers
    private static final int SHORT = 8;
    private static final int COUNT = 8; // bytes before the time of fping

    private SendTime() {}

    /** A time of two 64-bit numbers at the beginning, in either byte order. */
    static boolean isIputils(PacketView echo) {
        return isWide(echo, 0);
    }

    /** A time of two little-endian 32-bit numbers at the beginning. */
    static boolean isShortLittleEndian(PacketView echo) {
        return EchoData.length(echo) >= SHORT && isShort(echo, Long.reverseBytes(EchoData.eight(echo, 0)), true);
    }

    /** A time of two big-endian 32-bit numbers at the beginning. */
    static boolean isShortBigEndian(PacketView echo) {
        return EchoData.length(echo) >= SHORT && isShort(echo, EchoData.eight(echo, 0), false);
    }

    /** A little-endian number below 65,536 and a wide time behind it. */
    static boolean isFping(PacketView echo) {
        return EchoData.length(echo) >= COUNT + WIDE
                && (EchoData.eight(echo, 0) & 0xFFFF_FFFF_FFFFL) == 0
                && isWide(echo, COUNT);
    }

    /** Any such time at the beginning. */
    static boolean isFirst(PacketView echo) {
        return isWide(echo, 0) || isShortLittleEndian(echo) || isShortBigEndian(echo);
    }

    private static boolean isWide(PacketView echo, int at) {
        if (EchoData.length(echo) < at + WIDE) {
            return false;
        }
        long seconds = EchoData.eight(echo, at);
        long micros = EchoData.eight(echo, at + 8);
        return isNear(echo, seconds, micros) || isNear(echo, Long.reverseBytes(seconds), Long.reverseBytes(micros));
    }

    private static boolean isShort(PacketView echo, long both, boolean reversed) {
        long first = both >>> 32;
        long second = both & 0xFFFF_FFFFL;
        return reversed ? isNear(echo, second, first) : isNear(echo, first, second);
    }

    private static boolean isNear(PacketView echo, long seconds, long micros) {
        if (micros < 0 || micros >= MICROS || seconds < FIRST_PING || seconds > 0xFFFF_FFFFL) {
            return false;
        }
        long nanos = echo.timeNanos();
        long captured = nanos == Frame.NO_TIME ? 0 : Math.floorDiv(nanos, NANOS);
        return captured < FIRST_PING || Math.abs(seconds - captured) <= HOUR;
    }
}
