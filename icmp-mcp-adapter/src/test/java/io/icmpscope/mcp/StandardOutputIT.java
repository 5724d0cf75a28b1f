package io.icmpscope.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modelcontextprotocol.json.McpJsonDefaults;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the started jar really writes to its standard output, line by line. */
class StandardOutputIT {
    private static final Duration HANG = Duration.ofSeconds(60);

    private static final List<String> HANDSHAKE = List.of(
            "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\","
                    + "\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");

    @TempDir
    private Path directory;

    @Test
    void everyLineIsAJsonRpcObjectAndEveryCallIsAnsweredThoughTheInputEndsAtOnce() {
        assertTimeoutPreemptively(HANG, () -> {
            String good = HandMade.file(directory, "good.pcap", HandMade.ping()).toString();
            StringBuilder input = new StringBuilder(String.join("\n", HANDSHAKE)).append('\n');
            input.append("this is no JSON\n\n");
            for (int id = 1; id <= 32; id++) {
                input.append(
                        call(id, id % 2 == 0 ? good : directory.resolve("none").toString()));
            }
            Process server = start();
            List<String> lines = exchange(server, input.toString());
            assertEquals(0, server.waitFor());
            for (String line : lines) {
                assertEquals("2.0", json(line).get("jsonrpc"), line);
            }
            Set<Object> ids = lines.stream()
                    .map(line -> json(line).get("id"))
                    .filter(Integer.class::isInstance)
                    .collect(Collectors.toSet());
            assertEquals(33, ids.size(), "the handshake and 32 calls: " + ids);
            assertEquals(34, lines.size(), "those and the line that is no JSON");
        });
    }

    @Test
    void theCommandsWriteTheirAnswersAndNothingElse() {
        assertTimeoutPreemptively(HANG, () -> {
            String good = HandMade.file(directory, "good.pcap", HandMade.ping()).toString();
            Process packets = start("packets", good);
            List<String> lines = exchange(packets, "");
            assertEquals(0, packets.waitFor());
            assertEquals(5, lines.size());
            lines.forEach(line -> assertEquals(good, json(line).get("file")));
            String zstd = Packed.capture("nd6.pcap.frames.zst").toString();
            String lz4 = Packed.capture("nd6.pcap.frames.lz4").toString();
            Process packed = start("packets", zstd, lz4);
            assertEquals(2 * 28, exchange(packed, "").size());
            assertEquals(0, packed.waitFor());
            Process analyze = start("analyze", directory.toString());
            assertEquals(List.of(), exchange(analyze, ""));
            assertEquals(2, analyze.waitFor());
            String err = Files.readString(directory.resolve("err"));
            assertTrue(err.startsWith("Error reading PCAP file '" + directory + "': it is a directory"), err);
        });
    }

    private Process start(String... arguments) throws IOException {
        return StartedJar.start(directory.resolve("err").toFile(), arguments);
    }

    private static List<String> exchange(Process process, String input) throws IOException {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(out.isEmpty() || out.endsWith("\n"), out);
        return out.lines().toList();
    }

    private static String call(int id, String file) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id
                + ",\"method\":\"tools/call\",\"params\":{\"name\":\"analyze_icmp_packets\","
                + "\"arguments\":{\"pcap_file\":\"" + file + "\"}}}\n";
    }

    private static Map<?, ?> json(String line) {
        try {
            return McpJsonDefaults.getMapper().readValue(line, Map.class);
        } catch (IOException | RuntimeException notJson) {
            throw new AssertionError("no JSON object: " + line, notJson);
        }
    }
}
