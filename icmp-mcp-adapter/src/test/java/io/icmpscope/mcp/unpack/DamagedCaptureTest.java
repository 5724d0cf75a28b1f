package io.icmpscope.mcp.unpack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.mcp.HandMade;
import io.icmpscope.mcp.Packed;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.CaptureWarning;
import io.icmpscope.report.CaptureWarning.Code;
import io.icmpscope.report.IcmpReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be unpacked ends a capture, and what came before it is kept. */
class DamagedCaptureTest {
    private static final AnalysisOptions ALL = AnalysisOptions.defaults().withMaxPackets(1_000);
    private static final Duration HANG = Duration.ofSeconds(20); // ten times what is allowed

    @ParameterizedTest
    @ValueSource(strings = {"ping4-loss.pcap.blocks.zst", "nd6.pcap.frames.zst", "ping4-clean.pcap.lz4"})
    void everyPrefixGivesAPrefixOfThePacketsAndSaysSo(String name) throws IOException {
        byte[] whole = Packed.bytes(name);
        IcmpReport plain = IcmpAnalyzer.analyze(Packed.plain(name), ALL);
        long most = 0;
        for (int length = 4; length < whole.length; length++) {
            IcmpReport cut = analyze(Arrays.copyOf(whole, length));
            if (cut == null) {
                continue;
            }
            most = Math.max(most, cut.totalPackets());
            assertTrue(cut.totalPackets() <= plain.totalPackets());
            for (int i = 0; i < cut.packets().size(); i++) {
                assertEquals(
                        plain.packets().get(i).checksum(), cut.packets().get(i).checksum());
            }
            if (!endsBetweenFrames(name, length)) {
                assertEquals(Set.of(Code.DAMAGED_COMPRESSION), codes(cut), "cut after " + length);
            }
        }
        assertEquals(plain.totalPackets(), most, "all but the checksum is there");
    }

    /** Where the second of two frames, or the one to skip before it, begins: nothing tells that more should follow. */
    private static boolean endsBetweenFrames(String name, int length) throws IOException {
        byte[] whole = Packed.bytes(name);
        boolean frame = whole[length] == 0x28 && whole[length + 1] == (byte) 0xB5 && whole[length + 2] == 0x2F;
        boolean skipped = whole[length] == 0x55 && whole[length + 1] == 0x2A && whole[length + 2] == 0x4D;
        return frame || skipped;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ping4-loss.pcap.blocks.zst", "ping4-clean.pcap.zst", "ping4-clean.pcap.lz4"})
    void aChangedByteIsFoundOutWhereverItIs(String name) throws IOException {
        byte[] whole = Packed.bytes(name);
        IcmpReport plain = IcmpAnalyzer.analyze(Packed.plain(name), ALL);
        for (int at = 4; at < whole.length; at += 3) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x10;
            IcmpReport report = analyze(changed);
            if (report != null && !report.packets().equals(plain.packets())) {
                assertTrue(codes(report).contains(Code.DAMAGED_COMPRESSION), "changed at " + at);
            }
        }
    }

    @Test
    void whatTheLibraryHoldsBackIsBroughtOut() throws IOException {
        String name = "ping4-loss.pcap.blocks.zst";
        byte[] changed = Packed.bytes(name);
        for (int at = changed.length - 40; at < changed.length - 20; at++) {
            changed[at] ^= 0x55;
        }
        IcmpReport report = analyze(changed);
        long all = IcmpAnalyzer.analyze(Packed.plain(name), ALL).totalPackets();
        assertTrue(report != null && report.totalPackets() > all * 9 / 10, () -> "of " + all + ": " + report);
        CaptureWarning warning = report.capture().warnings().entries().get(0);
        assertEquals(report.totalPackets() + 1, warning.frame());
        assertTrue(warning.message().startsWith("The zstd data is cut or damaged. The "), warning::message);
    }

    @Test
    void aCutBetweenTwoRecordsIsWarnedOfToo() throws IOException {
        byte[] packed = HandPacked.zstd(HandMade.ping());
        IcmpReport report = analyze(Arrays.copyOf(packed, packed.length - 3));
        assertEquals(4, report == null ? 0 : report.icmpPackets());
        assertEquals(
                List.of(new CaptureWarning(
                        Code.DAMAGED_COMPRESSION,
                        HandMade.ping().length,
                        null,
                        "The zstd data is cut or damaged. The " + HandMade.ping().length
                                + " bytes that could be unpacked were analysed.")),
                report == null ? null : report.capture().warnings().entries());
    }

    @Test
    void aCaptureThatWasCutBeforeItWasPackedIsCutShort() throws IOException {
        byte[] ping = HandMade.ping();
        for (byte[] packed : new byte[][] {
            HandPacked.zstd(Arrays.copyOf(ping, ping.length - 1)), HandPacked.lz4(Arrays.copyOf(ping, ping.length - 1))
        }) {
            IcmpReport report = analyze(packed);
            assertEquals(Set.of(Code.CUT_SHORT), report == null ? null : codes(report));
        }
    }

    @Test
    void bombsAreNotReadToTheirEnd() {
        byte[] ping = HandMade.ping();
        assertTimeoutPreemptively(HANG, () -> {
            assertBomb(HandPacked.zstdBomb(ping, 100_000)); // 12 GiB in 400 kB
            assertBomb(HandPacked.lz4Bomb(ping, 3_000)); // 188 MiB in 800 kB
        });
    }

    @Test
    void whatIsLargeWithoutBeingABombIsRead() {
        assertTimeoutPreemptively(HANG, () -> {
            IcmpReport report = analyze(HandPacked.zstdBomb(HandMade.ping(), 500)); // 62 MiB in 2 kB
            assertEquals(Set.of(Code.BLANK_RECORD), report == null ? null : codes(report)); // zeros all along
        });
    }

    private static void assertBomb(byte[] bomb) throws IOException {
        IcmpReport report = analyze(bomb);
        assertEquals(4, report == null ? 0 : report.icmpPackets());
        assertEquals(Set.of(Code.BLANK_RECORD, Code.TOO_LARGE), report == null ? null : codes(report));
    }

    @Test
    void aHundredThousandEmptyFramesAreNoReasonToFail() {
        byte[] one = HandPacked.lz4(new byte[0]);
        byte[] many = new byte[one.length * 100_000];
        for (int at = 0; at < many.length; at += one.length) {
            System.arraycopy(one, 0, many, at, one.length);
        }
        assertTimeoutPreemptively(HANG, () -> analyze(many));
    }

    private static @Nullable IcmpReport analyze(byte[] packed) throws IOException {
        try {
            return CaptureTimeline.of(new ByteArrayInputStream(packed)).analyze(ALL);
        } catch (CaptureFormatException notEvenAHeader) {
            return null;
        }
    }

    private static Set<Code> codes(IcmpReport report) {
        return report.capture().warnings().entries().stream()
                .map(CaptureWarning::code)
                .collect(Collectors.toSet());
    }
}
