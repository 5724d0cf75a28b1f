package io.icmpscope.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.icmpscope.handmade.Bytes;
import io.icmpscope.internal.wire.LinkTypes;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Frames of every link type that is decoded. */
class LinkLayerFuzz {

    private static final int[] LINK_TYPES = IntStream.range(0, 512)
            .filter(linkType -> LinkTypes.layer(linkType) != null)
            .toArray();
    private static final int HEADER = 2; // bytes of the input that say the link type

    static Stream<byte[]> seeds() throws IOException {
        return Seeds.frames().stream();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "15s")
    void noHeaderLeavesItsFrame(byte[] input) throws IOException {
        if (input.length < HEADER) {
            return;
        }
        int said = (input[0] & 0xFF) << 8 | input[1] & 0xFF;
        int linkType = LinkTypes.layer(said) != null ? said : LINK_TYPES[said % LINK_TYPES.length];
        PacketReading.holds(linkType, List.of(Bytes.slice(input, HEADER, input.length)));
    }
}
