package io.icmpscope.mcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Captures that take long to read: the same stretch of echo requests, over and over. */
public final class LargeCapture {

    private static final int MEGABYTE = 1_000_000;
    private static final int NOISE = 8_000; // bytes that do not pack: the library refuses what packs by more than 200
    private static final int HEADER = 24;

    private LargeCapture() {}

    /** Writes one of so many megabytes. */
    public static Path plain(Path file, int megabytes) {
        byte[] one = HandMade.pcap().frame(0, HandMade.REQUEST_1).bytes();
        byte[] records = records();
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(one, 0, HEADER);
            for (int i = 0; i < megabytes; i++) {
                out.write(records);
            }
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes one of so many megabytes, unpacked. */
    public static Path gzip(Path file, int megabytes) {
        byte[] one = HandMade.pcap().frame(0, HandMade.REQUEST_1).bytes();
        byte[] packed = packed(records());
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(packed(Arrays.copyOf(one, HEADER)));
            for (int i = 0; i < megabytes; i++) {
                out.write(packed);
            }
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] records() {
        byte[] one = HandMade.pcap().frame(0, HandMade.REQUEST_1).bytes();
        byte[] record = Arrays.copyOfRange(one, HEADER, one.length);
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        while (records.size() < MEGABYTE - NOISE) {
            records.writeBytes(record);
        }
        byte[] noise = new byte[NOISE];
        new Random(1).nextBytes(noise);
        byte[] header = HexFormat.of().parseHex("00f1536500000000" + "401f0000" + "401f0000"); // 8,000 bytes
        records.writeBytes(header);
        records.writeBytes(noise);
        return records.toByteArray();
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
