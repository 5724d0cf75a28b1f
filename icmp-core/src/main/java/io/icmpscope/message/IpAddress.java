package io.icmpscope.message;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address, as a value.
 *
 * <p>The natural order puts IPv4 before IPv6 and compares the bits as unsigned numbers, so a sorted list reads as a
 * network administrator would sort it.
 *
 * @param version 4 or 6
 * @param high the first 64 bits of an IPv6 address, network byte order; 0 for IPv4
 * @param low the last 64 bits of an IPv6 address, network byte order; for IPv4 the 32 bits of the address
 */
public record IpAddress(int version, long high, long low) implements Comparable<IpAddress>, Serializable {

    /**
     * Makes an address of its bits.
     *
     * @throws IllegalArgumentException when the version is neither 4 nor 6, or an IPv4 address has more than 32 bits
     */
    public IpAddress {
        if (version != 4 && version != 6) {
            throw new IllegalArgumentException("version: " + version);
        }
        if (version == 4 && (high != 0 || low < 0 || low > 0xFFFF_FFFFL)) {
            throw new IllegalArgumentException("not 32 bits: " + Long.toHexString(low));
        }
    }

    /**
     * Gives the IPv4 address of these 32 bits.
     *
     * @param bits the address in network byte order
     * @return the address
     */
    public static IpAddress v4(int bits) {
        return new IpAddress(4, 0, Integer.toUnsignedLong(bits));
    }

    /**
     * Gives the IPv6 address of these 128 bits.
     *
     * @param high the first 64 bits
     * @param low the last 64 bits
     * @return the address
     */
    public static IpAddress v6(long high, long low) {
        return new IpAddress(6, high, low);
    }

    /**
     * Says whether the address names a group: 224.0.0.0/4 (RFC 5771) or ff00::/8 (RFC 4291, section 2.7).
     *
     * @return whether it is a multicast address
     */
    public boolean isMulticast() {
        return version == 4 ? low >>> 28 == 0xE : high >>> 56 == 0xFF;
    }

    /** Says whether both are the same address; written out, because tables of hosts ask it for every packet. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IpAddress that && low == that.low && high == that.high && version == that.version;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(high * 31 + low) * 31 + version;
    }

    @Override
    public int compareTo(IpAddress other) {
        if (version != other.version) {
            return Integer.compare(version, other.version);
        }
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    /** Prints dotted decimal, or the canonical text of RFC 5952, section 4, without a zone. */
    @Override
    public String toString() {
        return version == 4 ? dotted(low) : canonical();
    }

    private static String dotted(long bits) {
        return (bits >>> 24) + "." + (bits >>> 16 & 0xFF) + "." + (bits >>> 8 & 0xFF) + "." + (bits & 0xFF);
    }

    private String canonical() {
        if (high == 0 && low >>> 32 == 0xFFFF) { // IPv4-mapped, RFC 5952 section 5
            return "::ffff:" + dotted(low & 0xFFFF_FFFFL);
        }
        int gapAt = -1;
        int gapLength = 1; // a single zero field is not shortened, section 4.2.2
        for (int i = 0; i < 8; i++) {
            int length = zeroFieldsFrom(i);
            if (length > gapLength) {
                gapAt = i;
                gapLength = length;
            }
        }
        StringBuilder text = new StringBuilder(39);
        for (int i = 0; i < 8; i++) {
            if (i == gapAt) {
                text.append("::");
                i += gapLength - 1;
                continue;
            }
            if (text.length() > 0 && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(field(i)));
        }
        return text.toString();
    }

    private int zeroFieldsFrom(int first) {
        int i = first;
        while (i < 8 && field(i) == 0) {
            i++;
        }
        return i - first;
    }

    private int field(int i) {
        return (int) ((i < 4 ? high : low) >>> (16 * (3 - (i & 3)))) & 0xFFFF;
    }
}
