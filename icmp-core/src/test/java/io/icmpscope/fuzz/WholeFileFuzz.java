package io.icmpscope.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.PacketEntry;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole files, from their first byte to the report. */
class WholeFileFuzz {

    static Stream<byte[]> seeds() throws IOException {
        return Seeds.files(80, List.of(0xA1B2C3D4, 0xD4C3B2A1, 0xA1B23C4D, 0x4D3CB2A1, 0x0A0D0D0A)).stream();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "15s")
    void theReportCountsWhatGoesByAndAPrefixGivesAPrefix(byte[] file) throws IOException {
        if (Verdict.of(file) == Verdict.REFUSED) {
            return;
        }
        List<PacketEntry> all = Verdict.messages(file);
        Invariant.same(all, Verdict.messages(file), "read twice");
        byte[] prefix = Arrays.copyOf(file, (file[file.length - 1] & 0xFF) * file.length >> 8);
        try {
            Invariant.beginning(Verdict.messages(prefix), all, "a prefix of the bytes");
        } catch (CaptureFormatException refused) {
            boolean compressed =
                    file[0] == 0x1F; // else it is shorter than the header of a file or of its first section
            Invariant.holds(prefix.length < 28 || compressed, refused);
        }
    }
}
