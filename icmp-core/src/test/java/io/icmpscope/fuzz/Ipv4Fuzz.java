package io.icmpscope.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** IPv4 packets one behind the other, fragments among them. */
class Ipv4Fuzz {

    static Stream<byte[]> seeds() throws IOException {
        return IpPackets.seeds(4).stream();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "15s")
    void noHeaderLeavesItsPacketAndFragmentsAreJoinedAlike(byte[] input) throws IOException {
        PacketReading.holds(IpPackets.RAW, IpPackets.of(4, input));
    }
}
