package io.icmpscope.internal.capture;

import static io.icmpscope.handmade.Bytes.hex;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Bytes;
import io.icmpscope.handmade.Pcapng;
import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.CaptureFormatException.Kind;
import io.icmpscope.report.CaptureWarning.Code;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Captures that gzip packed, RFC 1952. */
class GzipTest {

    private static final byte[] PLAIN = Pcapng.bigEndian()
            .iface(1, 0)
            .packet(0, 1, hex("0102030405"))
            .packet(0, 2, hex("0607"))
            .bytes();

    @Test
    void aPackedCaptureReadsLikeThePlainOne() throws IOException {
        Captures packed = Captures.read(gzip(PLAIN));
        assertEquals(Captures.read(PLAIN).frames, packed.frames);
        assertEquals(List.of(), packed.codes());
        assertTrue(packed.reader.isCompressed());
    }

    @Test
    void severalMembersAreOneCapture() throws IOException {
        byte[] first = gzip(Arrays.copyOf(PLAIN, 60));
        byte[] second = gzip(Arrays.copyOfRange(PLAIN, 60, PLAIN.length));
        assertEquals(Captures.read(PLAIN).frames, Captures.read(Bytes.join(first, second)).frames);
    }

    @Test
    void packedDataThatIsCutKeepsWhatCameBefore() throws IOException {
        byte[] large = Pcapng.bigEndian()
                .iface(1, 0)
                .packet(0, 1, hex("0102030405"))
                .packet(0, 2, noise(50_000))
                .bytes();
        byte[] packed = gzip(large);
        Captures capture = Captures.read(Arrays.copyOf(packed, packed.length / 2));
        assertEquals(List.of("0102030405"), capture.hex());
        assertEquals(Code.DAMAGED_COMPRESSION, capture.warning().code());
        assertTrue(capture.warning().message().contains("1 frame before it was analysed"));
    }

    @Test
    void aDamagedTrailerIsToldThoughAllFramesWereRead() throws IOException {
        byte[] packed = gzip(PLAIN);
        packed[packed.length - 5] ^= 1; // in the checksum of the unpacked bytes
        Captures capture = Captures.read(packed);
        assertEquals(List.of("0102030405", "0607"), capture.hex());
        assertEquals(Code.DAMAGED_COMPRESSION, capture.warning().code());
    }

    @Test
    void gzipInGzipIsNotUnpackedTwice() throws IOException {
        byte[] twice = gzip(gzip(PLAIN));
        CaptureFormatException refusal = assertThrows(CaptureFormatException.class, () -> Captures.read(twice));
        assertEquals(Kind.UNSUPPORTED, refusal.kind());
        assertTrue(refusal.getMessage().contains("gzip in gzip"), refusal.getMessage());
    }

    @Test
    void aBombIsReadOnlyToTheLimit() throws IOException {
        byte[] header = hex("a1b2c3d4 0002 0004 00000000 00000000 0000ffff 00000001");
        byte[] bomb = gzip(header, 400 << 20); // zeros: millions of empty records
        long frames = assertTimeoutPreemptively(ofSeconds(60), () -> {
            try (CaptureReader reader = CaptureFormats.open(Sources.of(ByteBuffer.wrap(bomb)))) {
                Frame frame = new Frame();
                long count = 0;
                while (reader.next(frame)) {
                    count++;
                }
                assertEquals(
                        Code.TOO_LARGE,
                        reader.notes().warnings().entries().get(0).code());
                return count;
            }
        });
        assertTrue(frames * 16 <= 200L * bomb.length + (1 << 20), frames + " frames of " + bomb.length + " bytes");
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        return gzip(plain, 0);
    }

    private static byte[] gzip(byte[] plain, int zeros) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
            byte[] chunk = new byte[1 << 16];
            for (int left = zeros; left > 0; left -= chunk.length) {
                out.write(chunk, 0, Math.min(left, chunk.length));
            }
        }
        return packed.toByteArray();
    }
}
