package io.icmpscope.internal.capture;

import static io.icmpscope.handmade.Bytes.hex;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.report.CaptureWarning.Code;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Packed data that is made to fill whatever reads it. */
class GzipBombTest {

    private static final byte[] PCAP_HEADER = hex("a1b2c3d4 0002 0004 00000000 00000000 0000ffff 00000001");
    private static final int ZEROS = 400 << 20; // bytes: 26 million empty records

    /** Trap 38. */
    @Test
    void aBombIsReadOnlyToTheLimit() throws IOException {
        byte[] bomb = bomb();
        assertTimeoutPreemptively(ofSeconds(60), () -> {
            try (CaptureReader reader = CaptureFormats.open(Sources.of(ByteBuffer.wrap(bomb)))) {
                Frame frame = new Frame();
                long unpacked = PCAP_HEADER.length;
                while (reader.next(frame)) {
                    unpacked += 16;
                }
                assertTrue(unpacked >= 64 << 20, "less than what is always read: " + unpacked);
                assertTrue(unpacked < ZEROS, "all of it");
                assertEquals(
                        Code.TOO_LARGE,
                        reader.notes().warnings().entries().get(1).code());
            }
        });
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(PCAP_HEADER);
            byte[] chunk = new byte[1 << 20];
            for (int written = 0; written < ZEROS; written += chunk.length) {
                out.write(chunk);
            }
        }
        return packed.toByteArray();
    }
}
