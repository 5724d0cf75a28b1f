package io.icmpscope.mcp.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.mcp.HandMade;
import io.icmpscope.mcp.Packed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One report of several captures, in whatever order they are given. */
class AnalyzeSeveralTest {
    @TempDir
    private Path directory;

    private String requests;
    private String replies;
    private byte[] input = {};
    private String out;
    private String err;

    @BeforeEach
    void captures() throws IOException {
        requests = file("requests.pcap", requests());
        replies = file("replies.pcap", replies());
    }

    private static byte[] requests() {
        return HandMade.pcap()
                .frame(0, HandMade.REQUEST_1)
                .frame(1_000_000, HandMade.REQUEST_2)
                .bytes();
    }

    private static byte[] replies() {
        return HandMade.pcap()
                .frame(1_500, HandMade.REPLY_1)
                .frame(11_000_000, HandMade.ARP)
                .bytes();
    }

    private String file(String name, byte[] bytes) throws IOException {
        return HandMade.file(directory, name, bytes).toString();
    }

    @Test
    void theResultNamesEachCaptureAndEachPacketItsOwn() {
        assertEquals(0, run("analyze", replies, requests, "--json"));
        assertTrue(out.startsWith("{\"file\":\"" + requests + "\",\"analysis_timestamp\":"), out);
        assertTrue(out.contains("\"total_packets\":4,\"icmp_packets_found\":3,"), out);
        assertTrue(
                out.contains("\"captures\":[{\"file\":\"" + requests
                        + "\",\"first_frame\":1,\"total_packets\":2,\"warnings\":[]},{\"file\":\"" + replies
                        + "\",\"first_frame\":2,\"total_packets\":2,\"warnings\":[]}],\"statistics\":"),
                out);
        assertTrue(
                out.contains("{\"packet_number\":2,\"frame_number\":2,\"file\":\"" + replies
                        + "\",\"frame_in_file\":1,\"timestamp\":"),
                out);
        assertTrue(out.contains("\"rtt_ms\":1.5,\"request_frame\":1,"), out);
    }

    @Test
    void ofOneCaptureNothingSaysWhichItIs() {
        assertEquals(0, run("analyze", requests, "--json"));
        assertFalse(out.contains("\"captures\"") || out.contains("\"frame_in_file\""), out);
    }

    @Test
    void theOrderOfTheArgumentsDecidesNothing() {
        assertEquals(0, run("analyze", replies, requests));
        String text = out;
        assertEquals(0, run("analyze", requests, replies));
        assertEquals(text, out);
        assertTrue(text.startsWith("ICMP in " + requests + " and 1 more capture\n"), text);
        assertTrue(text.contains("  The 2 captures hold 4 packets over 11.000 s; they contain 3 ICMP messages"), text);
        assertTrue(text.contains("Captures, merged by time\n  capture "), text);
        assertTrue(text.contains("All captures\n  time         2023-11-14T22:13:20Z to 2023-11-14T22:13:31Z"), text);
    }

    @Test
    void theDashIsOneOfThem() {
        input = replies();
        assertEquals(0, run("analyze", "-", requests, "--json"));
        assertTrue(out.contains("{\"file\":\"-\",\"first_frame\":2,\"total_packets\":2,"), out);
        assertTrue(out.contains("\"rtt_ms\":1.5,"), out);
    }

    @Test
    void aDamagedCaptureIsNamedInItsWarningAndTheStatusIsOne() throws IOException {
        byte[] whole = replies();
        String cut = file("cut.pcap", Arrays.copyOf(whole, whole.length - 1));
        assertEquals(1, run("analyze", cut, requests, "--json"));
        String warning =
                "\"warnings\":[{\"code\":\"CUT_SHORT\",\"file\":\"" + cut + "\",\"byte_offset\":90,\"frame\":2,";
        assertEquals(2, count(warning), "in capture and in captures: " + out);
        assertEquals(1, run("analyze", cut, requests));
        String oneLine = out.replaceAll("\\s+", " ");
        assertTrue(oneLine.contains("Some captures are damaged or cut (1 warning)"), out);
        assertTrue(oneLine.contains("Warnings " + cut + ": The capture is cut short: "), out);
    }

    @Test
    void theCaptureThatCannotBeReadIsNamed() throws IOException {
        String text = file("text.pcap", "hello\n".getBytes(StandardCharsets.US_ASCII));
        assertEquals(2, run("analyze", requests, text, replies, "--json"));
        assertTrue(
                out.startsWith(
                        "{\"error\":\"Error reading PCAP file '" + text + "': byte 0: expected a pcap or pcapng"),
                out);
        assertTrue(out.endsWith(",\"code\":\"NOT_A_CAPTURE\",\"file\":\"" + text + "\"}\n"), out);
        String missing = directory.resolve("missing.pcap").toString();
        assertEquals(2, run("analyze", requests, missing));
        assertEquals("", out);
        assertEquals("PCAP file not found: " + missing + System.lineSeparator(), err);
    }

    @Test
    void packedCapturesAreMergedLikeOthers() throws IOException {
        String zstd = Packed.capture("ping4-clean.pcap.zst").toString();
        byte[] lz4 = Packed.bytes("ping4-clean.pcap.lz4");
        String plain = Packed.plain("ping4-clean.pcap.lz4").toString();
        input = lz4;
        assertEquals(0, run("analyze", zstd, file("a.pcap.lz4", lz4), plain, "-", "--json"));
        assertTrue(out.contains("\"total_packets\":96,\"icmp_packets_found\":88,"), out);
        assertEquals(4, count("\"total_packets\":24,\"warnings\":[]}"), out);
        assertTrue(
                out.contains("\"capture\":{\"format\":\"pcap\",\"byte_order\":\"little-endian\",\"compressed\":true,"
                        + "\"size_bytes\":" + lz4.length + ","),
                out);
    }

    @Test
    void aPackedCaptureThatIsCutIsAWarningWithItsName() throws IOException {
        byte[] lz4 = Packed.bytes("ping4-clean.pcap.lz4");
        String cut = file("cut.pcap.lz4", Arrays.copyOf(lz4, 500));
        assertEquals(1, run("analyze", requests, cut, "--json"));
        assertEquals(2, count("\"warnings\":[{\"code\":\"DAMAGED_COMPRESSION\",\"file\":\"" + cut + "\","), out);
    }

    private long count(String part) {
        return out.split(java.util.regex.Pattern.quote(part), -1).length - 1L;
    }

    private int run(String... args) {
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        StringWriter messages = new StringWriter();
        int status = Commands.run(
                new Console(new ByteArrayInputStream(input), answers, new PrintWriter(messages, true)), args);
        out = answers.toString(StandardCharsets.UTF_8);
        err = messages.toString();
        return status;
    }
}
