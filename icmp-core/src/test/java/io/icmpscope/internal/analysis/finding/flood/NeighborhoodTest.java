package io.icmpscope.internal.analysis.finding.flood;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.message.IpAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small parts of the rules about floods. */
class NeighborhoodTest {

    private static IpAddress address(String text) throws UnknownHostException {
        ByteBuffer bytes = ByteBuffer.wrap(InetAddress.getByName(text).getAddress());
        return bytes.remaining() == 4
                ? new IpAddress(4, 0, bytes.getInt() & 0xFFFF_FFFFL)
                : new IpAddress(6, bytes.getLong(), bytes.getLong());
    }

    /** RFC 1918, 6598, 3927 and 1122; RFC 4193 and 4291: the first and last address of each prefix and those beside. */
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0, true", "10.255.255.255, true", "9.255.255.255, false", "11.0.0.0, false",
        "127.0.0.0, true", "127.255.255.255, true", "126.255.255.255, false", "128.0.0.0, false",
        "172.16.0.0, true", "172.31.255.255, true", "172.15.255.255, false", "172.32.0.0, false",
        "192.168.0.0, true", "192.168.255.255, true", "192.167.255.255, false", "192.169.0.0, false",
        "169.254.0.0, true", "169.254.255.255, true", "169.253.255.255, false", "169.255.0.0, false",
        "100.64.0.0, true", "100.127.255.255, true", "100.63.255.255, false", "100.128.0.0, false"
    })
    void prefixesThatAreNotRoutedAreLocal(String one, boolean local) throws UnknownHostException {
        assertEquals(local, Neighborhood.isLocal(address(one), address("10.99.99.99")));
        assertEquals(local, Neighborhood.isLocal(address("192.168.77.1"), address(one)));
    }

    @ParameterizedTest
    @CsvSource({
        "fc00::, true",
        "fdff:ffff::1, true",
        "fbff::1, false",
        "fe00::1, false",
        "fe80::, true",
        "febf:ffff::1, true",
        "fe7f::1, false",
        "fec0::1, false",
        "::1, true",
        "::2, false",
        "0:0:0:1::1, false"
    })
    void soItIsInIpv6(String one, boolean local) throws UnknownHostException {
        assertEquals(local, Neighborhood.isLocal(address(one), address("fd12::1")));
    }

    @ParameterizedTest
    @CsvSource({
        "8.8.8.1, 8.8.8.254, true",
        "8.8.8.1, 8.8.9.1, false",
        "2001:4f8::1, 2001:4f8::ffff:0:0:1, true",
        "2001:4f8::1, 2001:4f8:0:1::1, false",
        "10.0.0.1, fd12::1, false"
    })
    void neighboursShareTheirSubnet(String one, String other, boolean local) throws UnknownHostException {
        assertEquals(local, Neighborhood.isLocal(address(one), address(other)));
    }

    @ParameterizedTest
    @CsvSource({
        "255.255.255.255, true",
        "255.255.255.254, false",
        "224.0.0.1, true",
        "ff02::1, true",
        "fe80::1, false",
        "::ffff:ffff, false"
    })
    void aGroupIsNoSingleHost(String address, boolean group) throws UnknownHostException {
        assertEquals(group, Neighborhood.isGroup(address(address)));
    }

    @Test
    void differentThingsAreCountedExactlyUpTo32() {
        Distinct some = new Distinct();
        LongStream.range(0, 32).map(i -> i * 0x9E37_79B9_7F4A_7C15L).forEach(some::add);
        LongStream.range(0, 32).map(i -> i * 0x9E37_79B9_7F4A_7C15L).forEach(some::add);
        assertEquals(32, some.count());
        Distinct others = new Distinct();
        LongStream.range(30, 32).map(i -> i * 0x9E37_79B9_7F4A_7C15L).forEach(others::add);
        others.addAll(some);
        assertEquals(32, others.count());
    }

    /** The smallest of 32 spreads let estimate to a sixth or so, in whichever order and part they came. */
    @Test
    void moreAreEstimated() {
        Distinct all = new Distinct();
        Distinct even = new Distinct();
        Distinct odd = new Distinct();
        for (long i = 1; i <= 1_000; i++) {
            long spread = i * 0x9E37_79B9_7F4A_7C15L; // golden ratio: evenly spread
            all.add(spread);
            (i % 2 == 0 ? even : odd).add((1_001 - i) * 0x9E37_79B9_7F4A_7C15L);
        }
        assertEquals(1_000, all.count(), 170);
        odd.addAll(even);
        assertEquals(all.count(), odd.count(), 170);
        all.addAll(new Distinct());
        assertEquals(1_000, all.count(), 170);
        Distinct none = new Distinct();
        none.addAll(all);
        assertEquals(all.count(), none.count());
    }

    @Test
    void aBurstKnowsItsBusiestSecondAndItsLongestRun() throws UnknownHostException {
        Burst burst = new Burst(address("10.0.0.1"));
        burst.add(5, 100, 9_000, 70);
        burst.add(6, 300, 8_000, 80);
        burst.add(9, 200, 7_000, 90);
        assertEquals(600, burst.messages());
        assertEquals(300, burst.peak());
        assertEquals(9_000, burst.peakBytes());
        assertEquals(3, burst.busySeconds());
        assertEquals(2, burst.longestRun());
        assertEquals(List.of(70L, 80L, 90L), burst.frames.list());
        assertEquals(true, burst.has(6));
        assertEquals(false, burst.has(7));
    }
}
