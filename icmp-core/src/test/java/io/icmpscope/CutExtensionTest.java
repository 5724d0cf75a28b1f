package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.message.ExtensionStructure;
import io.icmpscope.message.TimeExceeded;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.PacketEntry;
import io.icmpscope.report.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The length that the IP header declares reaches the readers of messages. */
class CutExtensionTest {

    /** One frame of 176 bytes on a raw link, of which 168 were captured: the second object of two is missing. */
    private static final String CAPTURE = "a1b2c3d4 0002 0004 00000000 00000000 0000ffff 00000065"
            + "00000000 00000000 000000a8 000000b0"
            + "450000b0 00000000 40010000 c0000201 c6336407"
            + "0b00 0000 0020 0000" + "4500003400000000011100 00c6336407c0000209" + "00".repeat(108)
            + "2000 30b8 0008 0101 18960101";

    @Test
    void anExtensionStructureCutByTheCaptureIsUnverifiedNotBad() throws IOException {
        byte[] bytes = HexFormat.of().parseHex(CAPTURE.replace(" ", ""));
        try (IcmpPackets packets = IcmpAnalyzer.packets(new ByteArrayInputStream(bytes), AnalysisOptions.defaults())) {
            PacketEntry entry = packets.next();
            TimeExceeded message = (TimeExceeded) entry.message();
            assertEquals(
                    ExtensionStructure.Checksum.UNVERIFIED, message.extensions().checksum());
            assertEquals(1, message.extensions().objects().size());
            assertEquals(
                    List.of(new Problem("icmp-extension", 168, 4, 0, "its captured bytes end too early")),
                    entry.problems());
        }
    }
}
