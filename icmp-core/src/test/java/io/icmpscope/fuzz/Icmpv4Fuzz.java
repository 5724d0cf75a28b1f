package io.icmpscope.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.icmpscope.handmade.Bytes;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages of ICMP, captured whole or in part. */
class Icmpv4Fuzz {

    private static final int HEADER = 1; // byte of the input: how much of the message was not captured

    static Stream<byte[]> seeds() throws IOException {
        return Seeds.messages(4).stream().map(message -> Bytes.join(new byte[HEADER], message));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "15s")
    void noReaderLeavesItsMessage(byte[] input) {
        if (input.length > HEADER) {
            MessageReading.of(4, Bytes.slice(input, HEADER, input.length), input[0] & 0x7F, 0);
        }
    }
}
