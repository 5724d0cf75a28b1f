package io.icmpscope.internal.analysis.payload;

import io.icmpscope.internal.packet.EchoData;
import io.icmpscope.internal.packet.PacketView;

/**
 * What the data of an echo can be tested for. Of data that the capture cut, what is there is tested; less than {@value
 * #ENOUGH} bytes of it tell nothing.
 */
final class DataRules {

    /** So many bytes are no chance. */
    private static final int ENOUGH = 8;

    private static final int LOOKED_AT = 64;
    private static final int LONGEST_PATTERN = 16;

    private DataRules() {}

    /** Whether so many bytes of data were sent. */
    static boolean length(PacketView echo, int bytes) {
        return EchoData.declaredLength(echo) == bytes;
    }

    /** Whether so many bytes of data were sent, and the capture cut them to no less than half. */
    static boolean isCutShort(PacketView echo, int bytes) {
        return length(echo, bytes) && EchoData.length(echo) < bytes && EchoData.length(echo) >= bytes / 2;
    }

    static boolean isTooShortToTell(PacketView echo) {
        return EchoData.length(echo) < ENOUGH && EchoData.length(echo) < EchoData.declaredLength(echo);
    }

    /** Whether each byte from one on, four at least, is one more than that before it, beginning with a value. */
    static boolean counts(PacketView echo, int from, int value) {
        return EchoData.length(echo) - from >= ENOUGH / 2
                && EchoData.u8(echo, from) == value
                && isPattern(echo, from, (at, first) -> first + at & 0xFF, value);
    }

    /** Whether each byte is one more than that before it. */
    static boolean counts(PacketView echo) {
        return EchoData.length(echo) >= ENOUGH && counts(echo, 0, EchoData.u8(echo, 0));
    }

    /** Whether the bytes count up from a value and begin again after so many. */
    static boolean countsWithin(PacketView echo, int value, int period) {
        return EchoData.length(echo) >= ENOUGH
                && EchoData.u8(echo, 0) == value
                && isPattern(echo, 0, (at, cycle) -> value(cycle) + at % period(cycle), value << 8 | period);
    }

    private static int value(int cycle) {
        return cycle >>> 8;
    }

    private static int period(int cycle) {
        return cycle & 0xFF;
    }

    /** Whether all bytes are the same. */
    static boolean alike(PacketView echo) {
        return EchoData.length(echo) >= ENOUGH / 2 && alike(echo, EchoData.u8(echo, 0));
    }

    /** Whether all bytes are the given one. */
    static boolean alike(PacketView echo, int value) {
        return !isTooShortToTell(echo) && alike(echo, 0, value);
    }

    /** Whether all bytes from one on are the given one. */
    static boolean alike(PacketView echo, int from, int value) {
        return EchoData.length(echo) > from
                && EchoData.u8(echo, from) == value
                && isPattern(echo, from, (at, same) -> same, value);
    }

    /** Whether two bytes follow each other again and again from one on. */
    static boolean repeats(PacketView echo, int from, int first, int second) {
        return EchoData.length(echo) >= from + ENOUGH
                && EchoData.u8(echo, from) == first
                && isPattern(echo, from, (at, pair) -> at % 2 == 0 ? pair >>> 8 : pair & 0xFF, first << 8 | second);
    }

    /** Whether a pattern of 2 to 16 bytes is there at least three times. */
    static boolean repeats(PacketView echo) {
        int end = Math.min(EchoData.length(echo), LOOKED_AT);
        for (int period = 2; period <= LONGEST_PATTERN && 3 * period <= end; period++) {
            if (end >= ENOUGH && repeatsAfter(echo, period, 0, end)) {
                int length = EchoData.length(echo);
                return repeatsAfter(echo, period, Math.max(0, length - ENOUGH - period), length);
            }
        }
        return false;
    }

    private static boolean repeatsAfter(PacketView echo, int period, int from, int end) {
        for (int at = from + period; at < end; at++) {
            if (EchoData.u8(echo, at) != EchoData.u8(echo, at - period)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the data begins with a text. */
    static boolean begins(PacketView echo, String text) {
        return isAt(echo, 0, text);
    }

    /** Whether a text begins among the first bytes. */
    static boolean contains(PacketView echo, String text) {
        int last = Math.min(EchoData.length(echo), LOOKED_AT) - text.length();
        for (int at = 0; at <= last; at++) {
            if (isAt(echo, at, text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(PacketView echo, int from, String text) {
        if (EchoData.length(echo) - from < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (EchoData.u8(echo, from + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Gives the byte that must stand at a distance from the first. A lambda without captured variables costs nothing. */
    private interface Pattern {
        int at(int distance, int parameter);
    }

    /** Compares the first bytes from one on, and the last ones of all. */
    private static boolean isPattern(PacketView echo, int from, Pattern pattern, int parameter) {
        int length = EchoData.length(echo);
        int end = Math.min(length, LOOKED_AT);
        return isPattern(echo, from, from, end, pattern, parameter)
                && isPattern(echo, from, Math.max(end, length - ENOUGH), length, pattern, parameter);
    }

    private static boolean isPattern(PacketView echo, int from, int first, int end, Pattern pattern, int parameter) {
        for (int at = first; at < end; at++) {
            if (EchoData.u8(echo, at) != pattern.at(at - from, parameter)) {
                return false;
            }
        }
        return true;
    }
}
