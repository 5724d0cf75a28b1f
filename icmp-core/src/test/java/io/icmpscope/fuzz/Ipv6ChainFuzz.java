package io.icmpscope.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** IPv6 packets with chains of extension headers one behind the other, fragments among them. */
class Ipv6ChainFuzz {

    static Stream<byte[]> seeds() throws IOException {
        return IpPackets.seeds(6).stream();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "15s")
    void noHeaderLeavesItsPacketAndFragmentsAreJoinedAlike(byte[] input) throws IOException {
        PacketReading.holds(IpPackets.RAW, IpPackets.of(6, input));
    }
}
