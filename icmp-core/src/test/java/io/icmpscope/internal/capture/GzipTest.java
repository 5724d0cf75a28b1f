package io.icmpscope.internal.capture;

import static io.icmpscope.handmade.Bytes.cut;
import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.slice;
import static io.icmpscope.handmade.Bytes.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.CaptureFormatException.Kind;
import io.icmpscope.report.CaptureWarning.Code;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Captures packed with gzip, RFC 1952. */
class GzipTest {

    private static final byte[] FRAME = hex("0102030405");
    private static final byte[] CAPTURE =
            Pcap.bigEndian().record(1, 0, FRAME).record(2, 0, FRAME).bytes();

    @Test
    void aPackedCaptureIsTheCapture() throws IOException {
        Captures capture = Captures.read(gzip(CAPTURE));
        assertEquals(Captures.read(CAPTURE).frames, capture.frames);
        assertEquals(List.of(), capture.warnings());
        assertTrue(capture.reader.captures().get(0).compressed());
    }

    @Test
    void whatWasPackedInPiecesIsReadWhole() throws IOException {
        byte[] random = new byte[20_000]; // so that it stays as long as it is
        new Random(1).nextBytes(random);
        byte[] large = Pcap.bigEndian().record(1, 0, random).record(2, 0, FRAME).bytes();
        int overhead = gzip(slice(large, 0, 16_000)).length - 16_000;
        for (int end = 16_384 - 60; end <= 16_384 + 10; end++) { // wherever the first piece ends in a buffer of 16 KiB
            int at = end - overhead;
            Captures capture = Captures.read(join(gzip(slice(large, 0, at)), gzip(slice(large, at, large.length))));
            assertEquals(2, capture.frames.size(), "the first piece ends at byte " + end + ": " + capture.warnings());
        }
    }

    @Test
    void whereThePackedDataEndsTooEarlyWhatCameBeforeIsKept() throws IOException {
        byte[] packed = gzip(CAPTURE);
        Captures capture = Captures.read(cut(packed, packed.length - 1)); // in the trailer
        assertEquals(2, capture.frames.size());
        assertEquals(Code.DAMAGED_COMPRESSION, capture.warning().code());
    }

    @Test
    void aDamagedChecksumIsTold() throws IOException {
        byte[] packed = gzip(CAPTURE);
        packed[packed.length - 5]++;
        assertEquals(Code.DAMAGED_COMPRESSION, Captures.read(packed).warning().code());
    }

    @Test
    void zerosBehindThePackedDataMeanNothing() throws IOException {
        Captures capture = Captures.read(join(gzip(CAPTURE), zeros(512)));
        assertEquals(2, capture.frames.size());
        assertEquals(List.of(), capture.warnings());
    }

    @Test
    void everyPrefixIsReadOrRefusedAndNothingElse() throws IOException {
        byte[] packed = gzip(CAPTURE);
        int frames = 0;
        for (int length = 2; length < packed.length; length++) {
            try {
                Captures capture = Captures.read(cut(packed, length));
                assertTrue(capture.frames.size() >= frames, "more bytes, no fewer frames");
                frames = capture.frames.size();
                assertEquals(1, capture.warnings().size());
            } catch (CaptureFormatException refusal) {
                assertEquals(Kind.NOT_A_CAPTURE, refusal.kind(), refusal.getMessage());
            }
        }
        assertEquals(2, frames);
    }

    @Test
    void dataThatCannotBeUnpackedIsNotCalledAnEmptyFile() {
        byte[] broken = join(hex("1f8b0800 00000000 0003"), zeros(100));
        CaptureFormatException refusal = assertThrows(CaptureFormatException.class, () -> Captures.read(broken));
        assertEquals(Kind.NOT_A_CAPTURE, refusal.kind());
        assertTrue(refusal.getMessage().contains("gzip"), refusal.getMessage());
    }

    @Test
    void whatIsNoCaptureInsideIsRefusedAsItIsOutside() throws IOException {
        assertEquals(Kind.EMPTY, refusal(gzip(zeros(0))).kind());
        assertEquals(Kind.UNSUPPORTED, refusal(gzip(gzip(CAPTURE))).kind());
        assertTrue(refusal(gzip("hello".getBytes(StandardCharsets.US_ASCII)))
                .getMessage()
                .contains("text"));
    }

    private static CaptureFormatException refusal(byte[] file) {
        return assertThrows(CaptureFormatException.class, () -> Captures.read(file));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(bytes);
        }
        return packed.toByteArray();
    }
}
