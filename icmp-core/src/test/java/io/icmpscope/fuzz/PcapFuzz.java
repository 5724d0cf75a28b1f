package io.icmpscope.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.icmpscope.handmade.Bytes;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that begin as pcap files do. */
class PcapFuzz {

    private static final List<Integer> MAGICS = List.of(
            0xA1B2C3D4,
            0xD4C3B2A1,
            0xA1B23C4D,
            0x4D3CB2A1,
            0xA1B2CD34,
            0x34CDB2A1,
            0x1C0001AC,
            0xAC01001C,
            0x1C0001AB,
            0xAB01001C);

    static Stream<byte[]> seeds() throws IOException {
        return Seeds.files(60, MAGICS).stream();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "15s")
    void framesStayInTheFile(byte[] file) throws IOException {
        if (file.length < 4) {
            return;
        }
        int first = file[0] << 24 | (file[1] & 0xFF) << 16 | (file[2] & 0xFF) << 8 | file[3] & 0xFF;
        byte[] capture = file.clone();
        if (!MAGICS.contains(first)) { // most tries would end here
            int magic = MAGICS.get((file[0] & 0xFF) % MAGICS.size());
            System.arraycopy(Bytes.number(ByteOrder.BIG_ENDIAN, 4, magic), 0, capture, 0, 4);
        }
        FrameReading.holds(capture, (file[1] & 0xFF) * file.length >> 8);
    }
}
