package io.icmpscope.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaptureSpecTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void equalValuesGiveEqualBytes(CaptureKind kind) throws Exception {
        assertEquals(sha256(kind.ofSize(1_000_000)), sha256(kind.ofSize(1_000_000)));
    }

    /** Figures of different days are about the same bytes. Who changes the generator changes these, and says so. */
    @Test
    void theBytesAreThoseOfEarlierFigures() throws Exception {
        assertEquals(
                "089c26c0b1b0754cad047cd9589ca9975074f287eb443d6d18f23f08969852e0",
                sha256(CaptureKind.MIXED.ofSize(1_000_000)));
        assertEquals(
                "40da1db7656c8ce50d9bd90ed683be56e9393d70d09473957c8311ebfbc43c0d",
                sha256(CaptureKind.PINGS.ofSize(1_000_000)));
    }

    @ParameterizedTest
    @EnumSource
    void anotherSeedGivesOtherBytes(TrafficKind kind) throws Exception {
        assertNotEquals(
                sha256(new CaptureSpec(kind, CaptureFormat.PCAP, 1000, 10, 1)),
                sha256(new CaptureSpec(kind, CaptureFormat.PCAP, 1000, 10, 2)));
    }

    @ParameterizedTest
    @EnumSource
    void theSizeIsAboutWhatWasAskedFor(CaptureKind kind) throws IOException {
        Path file = directory.resolve("sized");
        kind.ofSize(10_000_000).generate(file);
        assertEquals(10_000_000, Files.size(file), 1_000_000);
    }

    @Test
    void aCaptureOfOnePacketIsTheMarkerAlone() throws IOException {
        for (TrafficKind kind : TrafficKind.values()) {
            Truth truth = new CaptureSpec(kind, CaptureFormat.PCAP, 1, 1, 1).generate(directory.resolve("one"));
            assertEquals("packets 1, icmp 0, errors 0, sessions 0, sent 0, received 0, lost 0", truth.toString());
        }
    }

    @Test
    void emptyCapturesAreRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> new CaptureSpec(TrafficKind.PINGS, CaptureFormat.PCAP, 0, 1, 1));
        assertThrows(
                IllegalArgumentException.class, () -> new CaptureSpec(TrafficKind.PINGS, CaptureFormat.PCAP, 1, 0, 1));
    }

    private String sha256(CaptureSpec spec) throws IOException, NoSuchAlgorithmException {
        Path file = directory.resolve("hashed");
        spec.generate(file);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(hash);
    }
}
