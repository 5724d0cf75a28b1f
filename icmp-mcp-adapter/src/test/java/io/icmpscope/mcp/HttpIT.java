package io.icmpscope.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The started jar over HTTP. */
class HttpIT {
    private static final Duration HANG = Duration.ofSeconds(120);
    private static final String SECRET = "a-token-of-the-test-0123456789";
    private static final int SIGTERM = 143; // the exit status that the JVM gives

    @TempDir
    private Path directory;

    private Path root;
    private Process server;

    @BeforeEach
    void room() throws Exception {
        root = Files.createDirectory(directory.resolve("root"));
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.destroyForcibly();
        }
    }

    @Test
    void theSdksClientGetsItsAnswersFromBelowTheRootAndFromNowhereElse() {
        assertTimeoutPreemptively(HANG, () -> {
            URI address = start(false);
            Path good = HandMade.file(root, "good.pcap", HandMade.ping());
            Path outside = HandMade.file(directory, "outside.pcap", HandMade.ping());
            try (McpSyncClient client = client(address)) {
                assertEquals("2025-11-25", client.initialize().protocolVersion());
                assertTrue(client.listTools().tools().stream()
                        .anyMatch(tool -> tool.name().equals("analyze_icmp_packets")));
                Map<?, ?> result = (Map<?, ?>) call(client, good).structuredContent();
                assertEquals(4, result.get("icmp_packets_found"));
                CallToolResult refused = call(client, outside);
                assertEquals(true, refused.isError());
                assertFalse(refused.toString().contains("icmp_packets_found"), refused::toString);
            }
        });
    }

    @Test
    void withoutItsTokenNobodyIsServed() {
        assertTimeoutPreemptively(HANG, () -> {
            URI address = start(true);
            assertEquals(401, post(address, "X", "x").statusCode());
            assertEquals(200, post(address, "Authorization", "Bearer " + SECRET).statusCode());
            try (McpSyncClient client = client(address)) {
                assertThrows(RuntimeException.class, client::initialize);
            }
            assertFalse(Files.readString(errors()).contains(SECRET), "the log keeps the secret");
        });
    }

    @Test
    void aServerThatIsTerminatedAnswersTheCallThatRuns() {
        assertTimeoutPreemptively(HANG, () -> {
            URI address = start(false);
            Path large = LargeCapture.gzip(root.resolve("large.pcap.gz"), 3_000);
            HttpResponse<String> welcome = post(address, "X", "x");
            String session = welcome.headers().firstValue("Mcp-Session-Id").orElseThrow();
            HttpResponse<Stream<String>> answer = HttpClient.newHttpClient()
                    .send(request(address, "Mcp-Session-Id", session, call(large)), BodyHandlers.ofLines());
            Iterator<String> events =
                    answer.body().filter(line -> line.startsWith("data: ")).iterator();
            String first = events.next();
            assertTrue(first.contains("notifications/progress"), first);
            server.destroy();
            String last = first;
            while (events.hasNext()) {
                last = events.next();
            }
            assertTrue(last.startsWith("data: {\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{"), last);
            assertTrue(last.contains("\"icmp_packets_found\":") || last.contains("\"code\":\"CANCELLED\""), last);
            assertEquals(SIGTERM, server.waitFor());
        });
    }

    @Test
    void nothingOfTheHttpServerIsLoadedOnStandardInputAndByTheCommands() {
        assertTimeoutPreemptively(HANG, () -> {
            Path good = HandMade.file(root, "good.pcap", HandMade.ping());
            for (List<String> arguments : List.of(List.<String>of(), List.of("packets", good.toString()))) {
                Path loaded = directory.resolve("loaded");
                List<String> command = new ArrayList<>(List.of(StartedJar.java(), "-Xlog:class+load:file=" + loaded));
                command.addAll(StartedJar.arguments(arguments.toArray(String[]::new)));
                Process process = new ProcessBuilder(command)
                        .redirectError(errors().toFile())
                        .redirectOutput(directory.resolve("out").toFile())
                        .start();
                process.getOutputStream().close();
                assertEquals(0, process.waitFor());
                String classes = Files.readString(loaded);
                assertTrue(classes.contains("io.icmpscope.mcp.command.Commands "), "classes are logged");
                assertFalse(classes.contains("org.eclipse.jetty"), () -> "Jetty with " + arguments);
            }
        });
    }

    private URI start(boolean token) throws Exception {
        List<String> command = new ArrayList<>(List.of(StartedJar.java()));
        command.addAll(StartedJar.arguments("--transport", "http", "--port", "0", "--root", root.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors().toFile());
        if (token) {
            builder.environment().put("ICMPSCOPE_TOKEN", SECRET);
        } else {
            builder.environment().remove("ICMPSCOPE_TOKEN");
        }
        server = builder.start();
        String said = "";
        while (!said.endsWith("\n")) {
            assertTrue(server.isAlive(), said);
            Thread.sleep(20);
            said = Files.readString(errors());
        }
        assertTrue(said.matches("MCP server at http://127\\.0\\.0\\.1:[0-9]+/mcp\n"), said);
        return URI.create(said.substring(said.indexOf("http:")).strip());
    }

    private Path errors() {
        return directory.resolve("err");
    }

    private static McpSyncClient client(URI address) {
        return McpClient.sync(HttpClientStreamableHttpTransport.builder(
                                address.resolve("/").toString())
                        .build())
                .requestTimeout(HANG)
                .build();
    }

    private static CallToolResult call(McpSyncClient client, Path file) {
        return client.callTool(CallToolRequest.builder("analyze_icmp_packets")
                .arguments(Map.of("pcap_file", file.toString()))
                .build());
    }

    private static HttpResponse<String> post(URI address, String header, String value) throws Exception {
        String initialize =
                "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\","
                        + "\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}}";
        return HttpClient.newHttpClient().send(request(address, header, value, initialize), BodyHandlers.ofString());
    }

    private static HttpRequest request(URI address, String header, String value, String body) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header(header, value)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static String call(Path file) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"analyze_icmp_packets\","
                + "\"arguments\":{\"pcap_file\":\"" + file + "\"},\"_meta\":{\"progressToken\":\"t\"}}}";
    }
}
