package io.icmpscope.internal.analysis.link;

import io.icmpscope.internal.analysis.collect.Spread;
import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import java.util.Comparator;

/**
 * A prefix of IPv6 addresses.
 *
 * @param bits those that count, the others zero
 * @param length how many count, 0 to 128; more is a sender's error, and means all
 */
record AddressPrefix(IpAddress bits, int length) implements Spread.Key, Comparable<AddressPrefix>, Serializable {

    private static final Comparator<AddressPrefix> ORDER =
            Comparator.comparing(AddressPrefix::bits).thenComparingInt(AddressPrefix::length);

    /** Gives the prefix of an address. */
    static AddressPrefix of(IpAddress address, int length) {
        long high = address.high() & mask(length);
        long low = address.low() & mask(length - Long.SIZE);
        return new AddressPrefix(IpAddress.v6(high, low), length);
    }

    private static long mask(int bits) {
        return bits <= 0 ? 0 : bits >= Long.SIZE ? -1 : -1L << (Long.SIZE - bits);
    }

    @Override
    public long spread() {
        return Spread.of(Spread.of(0, bits), length);
    }

    @Override
    public int compareTo(AddressPrefix other) {
        return ORDER.compare(this, other);
    }
}
