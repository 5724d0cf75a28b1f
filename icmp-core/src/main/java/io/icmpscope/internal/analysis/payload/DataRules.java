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

    private static final long EACH_ONE = 0x0101_0101_0101_0101L; // of eight bytes
    private static final long EACH_HIGHEST_BIT = 0x8080_8080_8080_8080L;
    private static final long FIRST_OF_TWO = 0xFF00_FF00_FF00_FF00L;
    private static final long COUNT = 0x0001_0203_0405_0607L;

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
                && isRow(echo, from, sum(eachIs(value), COUNT), Long.BYTES);
    }

    /** Whether each byte is one more than that before it. */
    static boolean counts(PacketView echo) {
        return EchoData.length(echo) >= ENOUGH && counts(echo, 0, EchoData.u8(echo, 0));
    }

    /** Whether the bytes count up from a value and begin again after so many. */
    static boolean countsWithin(PacketView echo, int value, int period) {
        int length = EchoData.length(echo);
        if (length < ENOUGH || EchoData.u8(echo, 0) != value) {
            return false;
        }
        int end = Math.min(length, LOOKED_AT);
        return countsWithin(echo, value, period, 0, end)
                && countsWithin(echo, value, period, Math.max(end, length - ENOUGH), length);
    }

    private static boolean countsWithin(PacketView echo, int value, int period, int first, int end) {
        int place = first % period;
        for (int at = first; at < end; at++) {
            if (EchoData.u8(echo, at) != value + place) {
                return false;
            }
            place = place + 1 == period ? 0 : place + 1;
        }
        return true;
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
        return EchoData.length(echo) > from && EchoData.u8(echo, from) == value && isRow(echo, from, eachIs(value), 0);
    }

    /** Whether two bytes follow each other again and again from one on. */
    static boolean repeats(PacketView echo, int from, int first, int second) {
        return EchoData.length(echo) >= from + ENOUGH
                && EchoData.u8(echo, from) == first
                && isRow(echo, from, eachIs(second) ^ (eachIs(first ^ second) & FIRST_OF_TWO), 0);
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
        if (EchoData.length(echo) < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (EchoData.u8(echo, i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word stands among the first bytes. */
    static boolean contains(PacketView echo, Word word) {
        return word.isAmongFirst(echo, LOOKED_AT);
    }

    /**
     * Compares the first bytes from one on, and the last ones of all, with a row of bytes of which eight are given. Of the
     * next eight each is larger by a step, which is 0, or 8 where the bytes count.
     */
    private static boolean isRow(PacketView echo, int from, long eight, int step) {
        int length = EchoData.length(echo);
        int end = Math.min(length, LOOKED_AT);
        int last = Math.max(end, Math.max(from, length - ENOUGH));
        return isRow(echo, from, end, eight, step) && isRow(echo, last, length, behind(eight, last - from, step), step);
    }

    private static boolean isRow(PacketView echo, int from, int end, long first, int step) {
        long eight = first;
        int at = from;
        for (; at <= end - Long.BYTES; at += Long.BYTES) {
            if (EchoData.eight(echo, at) != eight) {
                return false;
            }
            eight = sum(eight, eachIs(step));
        }
        for (; at < end; at++) {
            if (EchoData.u8(echo, at) != eight >>> 56) {
                return false;
            }
            eight <<= 8;
        }
        return true;
    }

    /** The eight bytes that begin so many bytes behind those given. */
    private static long behind(long eight, int bytes, int step) {
        return step == 0 ? Long.rotateLeft(eight, bytes * 8) : sum(eight, eachIs(bytes & 0xFF));
    }

    /** Eight bytes of one value. */
    private static long eachIs(int value) {
        return value * EACH_ONE;
    }

    /** Adds each of eight bytes to the other of its place, without carries from one to the next. */
    private static long sum(long one, long other) {
        return ((one & ~EACH_HIGHEST_BIT) + (other & ~EACH_HIGHEST_BIT)) ^ ((one ^ other) & EACH_HIGHEST_BIT);
    }
}
