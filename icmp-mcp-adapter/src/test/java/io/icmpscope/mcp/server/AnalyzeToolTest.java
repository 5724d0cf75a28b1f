package io.icmpscope.mcp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.mcp.HandMade;
import io.icmpscope.mcp.Packed;
import io.icmpscope.mcp.access.AccessRules;
import io.icmpscope.mcp.call.Call;
import io.icmpscope.mcp.fetch.CaptureLocator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalyzeToolTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path directory;

    @Test
    void aGoodCaptureIsAnswered() throws IOException {
        String file = HandMade.file(directory, "a.pcap", HandMade.ping()).toString();
        Answer answer = answer(Map.of("pcap_file", file, "max_packets", 1, "offset", 2));
        assertFalse(answer.isError());
        assertEquals(file, answer.content().get("file"));
        assertEquals("2026-11-23T08:00:00.000000000Z", answer.content().get("analysis_timestamp"));
        List<?> packets = (List<?>) answer.content().get("packets");
        assertEquals(1, packets.size());
        assertEquals(3L, ((Map<?, ?>) packets.get(0)).get("packet_number"));
    }

    @Test
    void theServersLimitOfEntriesIsTheUpperOne() throws IOException {
        String file = HandMade.file(directory, "a.pcap", HandMade.ping()).toString();
        for (Map<String, Object> arguments : List.of(
                Map.<String, Object>of("pcap_file", file),
                Map.<String, Object>of("pcap_file", file, "max_packets", 4_000_000_000L))) {
            Map<String, ?> result = answer(arguments).content();
            assertEquals(3, ((List<?>) result.get("packets")).size());
            assertEquals(
                    "Of 4 packet entries, 1 to 3 are listed (limit: max_packets = 3); the statistics cover all of them.",
                    result.get("note"));
        }
    }

    @Test
    void aCutCaptureIsNoError() throws IOException {
        byte[] ping = HandMade.ping();
        Path file = HandMade.file(directory, "cut.pcap", Arrays.copyOf(ping, ping.length - 1));
        Answer answer = answer(Map.of("pcap_file", file.toString()));
        assertFalse(answer.isError());
        assertEquals(4L, answer.content().get("total_packets"));
    }

    @Test
    void packedCapturesAreUnpacked() {
        for (String packed : List.of("ping4-clean.pcap.zst", "ping4-clean.pcap.lz4")) {
            Path file = Packed.capture(packed).toAbsolutePath();
            Answer answer = answer(Map.of("pcap_file", file.toString()));
            assertFalse(answer.isError());
            assertEquals(22L, answer.content().get("icmp_packets_found"));
        }
    }

    @Test
    void whatIsNoCaptureIsAnErrorWithACode() throws IOException {
        error("EMPTY_FILE", HandMade.file(directory, "empty", new byte[0]));
        error("NOT_A_CAPTURE", HandMade.file(directory, "text", "hello\n".getBytes(StandardCharsets.US_ASCII)));
        error(
                "UNSUPPORTED_FORMAT",
                HandMade.file(directory, "snoop", "snoop\0\0\0".getBytes(StandardCharsets.US_ASCII)));
        error("FILE_NOT_FOUND", directory.resolve("none"));
        error("NOT_A_FILE", directory);
    }

    @Test
    void wrongArgumentsAreTold() {
        badArgument("pcap_file must be a string: the absolute path or the http(s) URL of a capture file.", Map.of());
        badArgument(
                "pcap_file must be a string: the absolute path or the http(s) URL of a capture file.",
                Map.of("pcap_file", 7));
        for (Object wrong : List.of(-1, 0.5, "10", true, 0x1p63)) {
            badArgument(
                    "max_packets must be an integer of 0 or more.", Map.of("pcap_file", "/a", "max_packets", wrong));
            badArgument("offset must be an integer of 0 or more.", Map.of("pcap_file", "/a", "offset", wrong));
        }
        badArgument(
                "There is an argument that this tool does not have; it has pcap_file, max_packets and offset.",
                Map.of("pcap_file", "/a", "maxPackets", 1));
    }

    @Test
    void aWholeNumberIsAnIntegerHoweverItIsWritten() throws IOException {
        String file = HandMade.file(directory, "a.pcap", HandMade.ping()).toString();
        Answer answer = answer(Map.of("pcap_file", file, "max_packets", 1.0, "offset", 1e0));
        assertFalse(answer.isError());
        assertEquals(1, ((List<?>) answer.content().get("packets")).size());
    }

    @Test
    void aFaultOfOurOwnIsAnErrorToo() {
        Answer answer =
                Answer.of(tool(-1), Map.of("pcap_file", "/a"), new Call(), false); // the options refuse this number
        assertTrue(answer.isError());
        assertEquals("INTERNAL", answer.content().get("code"));
        assertEquals(
                "Error reading PCAP file '/a': this program failed on it; its log, on standard error, says where",
                answer.content().get("error"));
    }

    @Test
    void whoGaveUpAndWhoWaitedTooLongIsToldSo() throws IOException {
        String file = HandMade.file(directory, "a.pcap", HandMade.ping()).toString();
        Call call = new Call();
        call.cancel();
        Answer cancelled = Answer.of(tool(3), Map.of("pcap_file", file), call, false);
        assertTrue(cancelled.isError());
        assertEquals("CANCELLED", cancelled.content().get("code"));
        Answer late = Answer.of(tool(3), Map.of("pcap_file", file), new Call(Duration.ZERO), false);
        assertEquals("TIMEOUT", late.content().get("code"));
        assertEquals(
                "Error reading PCAP file '" + file + "': it takes longer than a call may take; cut it with editcap, or"
                        + " start the server with a longer --timeout",
                late.content().get("error"));
    }

    private static Answer answer(Map<String, ?> arguments) {
        return Answer.of(tool(3), arguments, new Call(), false);
    }

    private static AnalyzeTool tool(int mostEntries) {
        return new AnalyzeTool(
                new ServerOptions(
                        "test", mostEntries, Duration.ofMinutes(1), new CaptureLocator(AccessRules.defaults())),
                Workplaces.ofThisMachine(),
                CLOCK);
    }

    private void error(String code, Path file) {
        Answer answer = answer(Map.of("pcap_file", file.toString()));
        assertTrue(answer.isError());
        assertEquals(
                List.of("error", "code", "file"), List.copyOf(answer.content().keySet()));
        assertEquals(code, answer.content().get("code"));
        assertEquals(file.toString(), answer.content().get("file"));
    }

    private void badArgument(String sentence, Map<String, ?> arguments) {
        Answer answer = answer(arguments);
        assertTrue(answer.isError());
        assertEquals(sentence, answer.content().get("error"));
        assertEquals("BAD_ARGUMENT", answer.content().get("code"));
    }
}
