package io.icmpscope.mcp.unpack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.mcp.HandMade;
import io.icmpscope.mcp.Packed;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.CaptureFormatException.Kind;
import io.icmpscope.report.IcmpReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureTimelineTest {
    private static final AnalysisOptions ALL = AnalysisOptions.defaults().withMaxPackets(1_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ping4-clean.pcap.zst",
                "ping4-loss.pcap.blocks.zst",
                "nd6.pcap.unchecked.zst",
                "nd6.pcap.frames.zst",
                "ping4-clean.pcap.lz4",
                "ping6-fragmented.pcap.linked.lz4",
                "nd6.pcap.frames.lz4"
            })
    void aPackedCaptureSaysWhatThePlainOneSays(String name) throws IOException {
        IcmpReport plain = IcmpAnalyzer.analyze(Packed.plain(name), ALL);
        Path file = Packed.capture(name);
        assertEquals(plain, unpacked(CaptureTimeline.of(file).analyze(ALL), file, plain));
        assertEquals(
                plain, unpacked(CaptureTimeline.of(Files.newInputStream(file)).analyze(ALL), file, plain));
        try (CapturePackets packets = CaptureTimeline.of(file).packets(ALL)) {
            while (packets.next() != null) {}
            assertEquals(plain.totalPackets(), packets.totalPackets());
            assertEquals(plain.icmpPackets(), packets.icmpPackets());
            assertTrue(packets.capture().compressed());
            assertEquals(Files.size(file), packets.capture().sizeBytes());
        }
        try (CapturePackets packets =
                CaptureTimeline.of(Files.newInputStream(file)).packets(ALL)) {
            while (packets.next() != null) {}
            assertEquals(plain.icmpPackets(), packets.icmpPackets());
            assertEquals(Files.size(file), packets.capture().sizeBytes());
        }
    }

    /** The same report as if it were not packed, after a look at what tells that it is. */
    private static IcmpReport unpacked(IcmpReport packed, Path file, IcmpReport plain) throws IOException {
        CaptureFacts facts = packed.capture();
        assertTrue(facts.compressed());
        assertEquals(Files.size(file), facts.sizeBytes());
        CaptureFacts asPlain = new CaptureFacts(
                facts.format(),
                facts.byteOrder(),
                false,
                plain.capture().sizeBytes(),
                facts.interfaces(),
                facts.firstTime(),
                facts.lastTime(),
                facts.truncatedFrames(),
                facts.incompleteFragments(),
                facts.unsupportedLinkTypes(),
                facts.skippedBlocks(),
                facts.comments(),
                facts.warnings());
        return packed.withCapture(asPlain);
    }

    @Test
    void capturesThatAreNotPackedGoToTheLibraryAsTheyAre() throws IOException {
        byte[] ping = HandMade.ping();
        assertEquals(
                IcmpAnalyzer.analyze(new ByteArrayInputStream(ping), ALL),
                CaptureTimeline.of(new ByteArrayInputStream(ping)).analyze(ALL));
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(gzip)) {
            packing.write(ping);
        }
        IcmpReport report =
                CaptureTimeline.of(new ByteArrayInputStream(gzip.toByteArray())).analyze(ALL);
        assertEquals(4, report.icmpPackets());
        assertTrue(report.capture().compressed());
    }

    @Test
    void whatIsCompressedTwiceIsRefused() throws IOException {
        byte[] gzip = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 3};
        assertRefused("found gzip in zstd; decompress it once.", Kind.UNSUPPORTED, HandPacked.zstd(gzip));
        assertRefused("found gzip in lz4; decompress it once.", Kind.UNSUPPORTED, HandPacked.lz4(gzip));
        byte[] zstd = Packed.bytes("ping4-clean.pcap.zst");
        assertRefused("found zstd-compressed data; ", Kind.UNSUPPORTED, HandPacked.zstd(zstd));
        assertRefused("found zstd-compressed data; ", Kind.UNSUPPORTED, HandPacked.lz4(zstd));
    }

    @Test
    void whatTheLibraryCannotUnpackIsRefusedWithAWayOut() {
        assertRefused("window of more than 8 MiB", Kind.UNSUPPORTED, HandPacked.bytes("28b52ffd 00 70 010000"));
        assertRefused("window of more than 8 MiB", Kind.UNSUPPORTED, HandPacked.bytes("28b52ffd a0 01008000 010000"));
        assertRefused("needs a dictionary", Kind.UNSUPPORTED, HandPacked.bytes("28b52ffd 01 50 07 010000"));
    }

    @Test
    void whatIsNoCaptureInsideIsRefusedAsThat() {
        assertRefused("found text", Kind.NOT_A_CAPTURE, HandPacked.zstd("hello there".getBytes()));
        assertRefused("found an empty file", Kind.EMPTY, HandPacked.zstd(new byte[0]));
        assertRefused("found an empty file", Kind.EMPTY, HandPacked.lz4(new byte[0]));
    }

    @Test
    void dataWithoutOneReadableByteIsDamagedFromItsStart() {
        for (String damaged : new String[] {
            "28b52ffd", "28b52ffd00", "28b52ffd 08 50 010000", "28b52ffd 00 50 070000", "04224d18", "04224d18 60 40 00"
        }) {
            assertRefused("cut or damaged from its start", Kind.NOT_A_CAPTURE, HandPacked.bytes(damaged));
        }
    }

    private static void assertRefused(String words, Kind kind, byte[] packed) {
        CaptureFormatException refusal = assertThrows(
                CaptureFormatException.class,
                () -> CaptureTimeline.of(new ByteArrayInputStream(packed)).analyze(ALL));
        assertTrue(String.valueOf(refusal.getMessage()).contains(words), refusal::getMessage);
        assertEquals(kind, refusal.kind());
    }

    @Test
    void aMissingFileIsNoDamage() {
        assertThrows(
                NoSuchFileException.class,
                () -> CaptureTimeline.of(Path.of("none.pcap.zst")).analyze(ALL));
    }

    @Test
    void aStreamThatCannotBeReadIsNoDamage() throws IOException {
        byte[] start = Packed.bytes("ping4-clean.pcap.zst");
        InputStream broken = new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at > 100) {
                    throw new IOException("the disk is gone");
                }
                return start[at++] & 0xFF;
            }
        };
        IOException failure =
                assertThrows(IOException.class, () -> CaptureTimeline.of(broken).analyze(ALL));
        assertEquals("the disk is gone", failure.getMessage());
        assertNull(failure.getCause());
    }
}
