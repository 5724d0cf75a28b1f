package io.icmpscope.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.icmpscope.handmade.Bytes;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages of ICMPv6, with the options of neighbour discovery, captured whole or in part. */
class Icmpv6Fuzz {

    private static final int HEADER = 2; // bytes of the input: how much was not captured, and what carried the message

    static Stream<byte[]> seeds() throws IOException {
        return Seeds.messages(6).stream().map(message -> Bytes.join(new byte[HEADER], message));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "15s")
    void noReaderLeavesItsMessage(byte[] input) {
        if (input.length > HEADER) {
            MessageReading.of(6, Bytes.slice(input, HEADER, input.length), input[0] & 0x7F, input[1]);
        }
    }
}
