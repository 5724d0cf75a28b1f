package io.icmpscope.hostile;

import static io.icmpscope.handmade.Bytes.join;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Ping;
import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.CaptureFormatException.Kind;
import io.icmpscope.report.CaptureWarning;
import io.icmpscope.report.CaptureWarning.Code;
import io.icmpscope.report.IcmpReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Packed captures that are made to fill whatever unpacks them. */
@SmallHeap
class PackedTest {

    private static final Ping PING = Ping.between("192.0.2.1", "192.0.2.2");
    private static final byte[] CAPTURE = Pcap.bigEndian()
            .network(101)
            .record(1, 0, PING.request(1))
            .record(2, 0, PING.reply(1))
            .bytes();

    private static final int ALWAYS = 64 << 20; // bytes that are read whatever the ratio

    /** 50 GiB of empty records in 50 MiB; after 64 MiB it is clear what that is. */
    @Test
    void aBombIsUnpackedToTheLimitAndWhatCameBeforeItIsKept() throws IOException {
        byte[] zeros = gzip(new byte[1 << 20]);
        Repeated bomb = new Repeated(gzip(CAPTURE), zeros, 50 << 10, (piece, i) -> {}, new byte[0]);
        IcmpReport report = Opened.report(bomb);
        assertEquals(List.of(1, 1), Opened.sequenceNumbers(report));
        List<CaptureWarning> warnings = report.capture().warnings().entries();
        assertEquals(
                List.of(Code.BLANK_RECORD, Code.TOO_LARGE),
                warnings.stream().map(CaptureWarning::code).toList());
        long end = warnings.get(1).byteOffset();
        assertTrue(end > ALWAYS - (1 << 20) && end < ALWAYS + (2 << 20), () -> "unpacked to byte " + end);
    }

    /** The JDK's stream goes into itself for each of them. */
    @Test
    void emptyPiecesByTheThousandAreNothing() throws IOException {
        byte[] empty = gzip(new byte[0]);
        IcmpReport report =
                Opened.report(new Repeated(gzip(CAPTURE), empty, 1 << 18, (piece, i) -> {}, gzip(new byte[16])));
        assertEquals(List.of(1, 1), Opened.sequenceNumbers(report));
        assertEquals(3, report.totalPackets(), "the record behind them all");
    }

    @Test
    void gzipInGzipIsRefusedAndSaid() throws IOException {
        byte[] packed = CAPTURE;
        for (int depth = 2; depth <= 10; depth++) {
            packed = gzip(depth == 2 ? gzip(packed) : packed);
            CaptureFormatException refusal = Opened.refusal(packed);
            assertEquals(Kind.UNSUPPORTED, refusal.kind());
            assertEquals(0, refusal.offset());
            assertTrue(refusal.getMessage().contains("gzip in gzip"), refusal.getMessage());
        }
    }

    /** The second piece is packed once more. */
    @Test
    void aPackedPieceWithinThePackedCaptureIsDataOfIt() throws IOException {
        IcmpReport report = Opened.report(join(gzip(CAPTURE), gzip(gzip(CAPTURE))));
        assertEquals(List.of(1, 1), Opened.sequenceNumbers(report));
        CaptureWarning warning = report.capture().warnings().entries().get(0);
        assertEquals(CAPTURE.length, warning.byteOffset(), "of the unpacked bytes");
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
