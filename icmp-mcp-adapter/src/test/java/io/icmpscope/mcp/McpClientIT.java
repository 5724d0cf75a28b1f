package io.icmpscope.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The started jar, asked by the SDK's own client. */
class McpClientIT {
    private static final Duration HANG = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @Test
    void theSdksClientGetsItsAnswers() {
        assertTimeoutPreemptively(HANG, () -> {
            var parameters = ServerParameters.builder(StartedJar.java())
                    .args(StartedJar.arguments())
                    .build();
            var transport = new StdioClientTransport(parameters, McpJsonDefaults.getMapper());
            try (McpSyncClient client =
                    McpClient.sync(transport).requestTimeout(HANG).build()) {
                initialize(client);
                list(client);
                OfferedBesideTools.check(client, HandMade.file(directory, "offered.pcap", HandMade.ping()));
                callOnAGoodFile(client);
                callOnADamagedFile(client);
                callOnAMissingFile(client);
                callOnSomethingElse(client);
            }
        });
    }

    private static void initialize(McpSyncClient client) {
        InitializeResult result = client.initialize();
        assertEquals("2025-11-25", result.protocolVersion());
        assertEquals("icmpscope", result.serverInfo().name());
        assertTrue(result.capabilities().tools() != null, "it has tools");
    }

    private static void list(McpSyncClient client) {
        List<Tool> tools = client.listTools().tools();
        assertEquals(
                List.of("analyze_icmp_packets"), tools.stream().map(Tool::name).toList());
        Tool tool = tools.get(0);
        assertEquals(List.of("pcap_file"), tool.inputSchema().get("required"));
        assertEquals(
                List.of("pcap_file", "max_packets", "offset"),
                List.copyOf(((Map<?, ?>) tool.inputSchema().get("properties")).keySet()));
        assertEquals("object", tool.outputSchema().get("type"));
        assertTrue(tool.description().contains("`findings`"), tool::description);
        assertEquals(true, tool.annotations().readOnlyHint());
        assertEquals(true, tool.annotations().idempotentHint());
        assertEquals(false, tool.annotations().destructiveHint());
        assertEquals(true, tool.annotations().openWorldHint());
    }

    private void callOnAGoodFile(McpSyncClient client) throws Exception {
        Path file = HandMade.file(directory, "good.pcap", HandMade.ping());
        CallToolResult answer = call(client, file);
        assertEquals(false, answer.isError());
        Map<?, ?> result = (Map<?, ?>) answer.structuredContent();
        assertEquals(file.toString(), result.get("file"));
        assertEquals(4, result.get("icmp_packets_found"));
        Map<?, ?> echo = (Map<?, ?>) result.get("echo");
        Map<?, ?> session = (Map<?, ?>) ((List<?>) echo.get("sessions")).get(0);
        assertEquals(2, session.get("sent"));
        assertEquals(1, session.get("received"));
        assertEquals(1, session.get("lost"));
        assertEquals(1.5, ((Map<?, ?>) session.get("rtt_ms")).get("avg"));
        Map<?, ?> finding = (Map<?, ?>) ((List<?>) result.get("findings")).get(0);
        assertEquals("info", finding.get("severity"), "nothing is wrong with this ping");
        assertEquals(result, json(text(answer)), "structured content and text carry the same");
    }

    private void callOnADamagedFile(McpSyncClient client) throws Exception {
        byte[] ping = HandMade.ping();
        Path file = HandMade.file(directory, "cut.pcap", Arrays.copyOf(ping, ping.length - 1));
        CallToolResult answer = call(client, file);
        assertEquals(false, answer.isError());
        Map<?, ?> result = (Map<?, ?>) answer.structuredContent();
        assertEquals(4, result.get("total_packets"));
        Map<?, ?> capture = (Map<?, ?>) result.get("capture");
        Map<?, ?> warning = (Map<?, ?>) ((List<?>) capture.get("warnings")).get(0);
        assertEquals("CUT_SHORT", warning.get("code"));
        assertEquals(308, warning.get("byte_offset"));
        assertEquals(5, warning.get("frame"));
    }

    private void callOnAMissingFile(McpSyncClient client) throws Exception {
        Path file = directory.resolve("none.pcap");
        refused("FILE_NOT_FOUND", "PCAP file not found: " + file, file, call(client, file));
    }

    private void callOnSomethingElse(McpSyncClient client) throws Exception {
        Path file = HandMade.file(directory, "text.pcap", "hello\n".getBytes(StandardCharsets.US_ASCII));
        refused(
                "NOT_A_CAPTURE",
                "Error reading PCAP file '" + file + "': byte 0: expected a pcap or pcapng capture, found text."
                        + " Point to a file that tcpdump, dumpcap or Wireshark wrote.",
                file,
                call(client, file));
    }

    private static void refused(String code, String error, Path file, CallToolResult answer) throws Exception {
        Map<String, String> expected = Map.of("code", code, "error", error, "file", file.toString());
        assertEquals(true, answer.isError());
        assertEquals(null, answer.structuredContent(), "it would not conform to the output schema");
        assertEquals(expected, json(text(answer)));
    }

    private static CallToolResult call(McpSyncClient client, Path file) {
        return client.callTool(CallToolRequest.builder("analyze_icmp_packets")
                .arguments(Map.of("pcap_file", file.toString()))
                .build());
    }

    private static String text(CallToolResult answer) {
        assertEquals(1, answer.content().size());
        return ((TextContent) answer.content().get(0)).text();
    }

    private static Map<?, ?> json(String text) throws Exception {
        return McpJsonDefaults.getMapper().readValue(text, Map.class);
    }
}
