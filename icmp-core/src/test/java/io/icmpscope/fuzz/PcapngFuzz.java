package io.icmpscope.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.icmpscope.handmade.Bytes;
import io.icmpscope.handmade.Pcapng;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Blocks behind the header of a pcapng section and the description of an interface. */
class PcapngFuzz {

    private static final int SECTION = 0x0A0D0D0A;
    private static final int HEADER = 1; // byte of the input that is not in the file

    static Stream<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (byte[] file : Seeds.files(60, List.of(SECTION))) {
            byte order = (byte) (file.length > 8 && file[8] == 0x1A ? 0 : 1);
            seeds.add(Bytes.join(new byte[] {order}, file));
        }
        return seeds.stream();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "15s")
    void framesStayInTheirBlocks(byte[] input) throws IOException {
        if (input.length < HEADER) {
            return;
        }
        ByteOrder order = (input[0] & 1) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        byte[] blocks = Bytes.slice(input, HEADER, input.length);
        byte[] file = Pcapng.in(order).section().iface(1, 0).raw(blocks).bytes();
        FrameReading.holds(file, (input[0] & 0xFF) * file.length >> 8);
    }
}
