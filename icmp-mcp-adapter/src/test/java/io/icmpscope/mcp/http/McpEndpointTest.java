package io.icmpscope.mcp.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.mcp.HandMade;
import io.icmpscope.mcp.access.AccessRules;
import io.icmpscope.mcp.fetch.CaptureLocator;
import io.icmpscope.mcp.server.ServerOptions;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said to whatever clients send. */
class McpEndpointTest {
    private static final Duration HANG = Duration.ofSeconds(60);
    private static final int MIB = 1 << 20;

    @TempDir
    private Path directory;

    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        AccessRules rules = new AccessRules(List.of(directory), false, false, 1);
        ServerOptions options = new ServerOptions("test", 100, Duration.ofMinutes(1), new CaptureLocator(rules));
        server = HttpServer.start(
                new HttpOptions("127.0.0.1", InetAddress.getLoopbackAddress(), 0, List.of(), null), options);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aCallIsAnsweredByOneEvent() throws Exception {
        Path file = HandMade.file(directory, "good.pcap", HandMade.ping());
        HttpResponse<String> answer = Asked.welcomed(server.address()).post(call(7, file));
        assertEquals(200, answer.statusCode());
        assertEquals(
                "text/event-stream", answer.headers().firstValue("Content-Type").orElse(""));
        String data = "event: message\ndata: {\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{";
        assertTrue(answer.body().startsWith(data), answer::body);
        assertTrue(answer.body().contains("\"icmp_packets_found\":4,"), answer::body);
        assertTrue(answer.body().endsWith("}\n\n"), answer::body);
    }

    @Test
    void whatIsNoMessageIsAnsweredInOurWords() throws Exception {
        Asked client = Asked.welcomed(server.address());
        refused(client, "", 400, "null", -32700, "The body is no JSON");
        var latin1 = client.mine().POST(BodyPublishers.ofByteArray(new byte[] {'"', (byte) 0xE4, '"'}));
        assertTrue(Asked.send(latin1).body().endsWith("{\"code\":-32700,\"message\":\"The body is not UTF-8\"}}"));
        refused(client, "no json", 400, "null", -32700, "The body is no JSON");
        refused(client, "{\"a\":".repeat(50_000), 400, "null", -32700, "The body is no JSON");
        refused(
                client,
                "[" + Asked.PING + "]",
                400,
                "null",
                -32600,
                "Batches are not supported; send one message a body");
        refused(client, "{}", 400, "null", -32600, "The body is no JSON-RPC 2.0 message");
        refused(client, "5", 400, "null", -32600, "The body is no JSON-RPC 2.0 message");
        refused(
                client,
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}",
                400,
                "null",
                -32600,
                "The body is no JSON-RPC 2.0 message");
        refused(
                client,
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}",
                400,
                "null",
                -32600,
                "The id is neither a string nor an integer of 64 bits");
    }

    @Test
    void paramsThatAreMissingOrDoNotFitAreSaidToBeSo() throws Exception {
        Asked client = Asked.welcomed(server.address());
        Asked over = Asked.welcomed(server.address());
        over.delete();
        refused(client, request("tools/list", ",\"params\":5"), 200, "\"x\"", -32602, "The params are not an object");
        for (String params : List.of("", ",\"params\":null")) {
            refused(over, request("initialize", params), 200, "\"x\"", -32602, "The params are missing");
            said(client, request("tools/call", params), -32602, "The params are missing");
        }
        refused(
                over,
                request("initialize", ",\"params\":{\"protocolVersion\":{\"a\":1}}"),
                200,
                "\"x\"",
                -32602,
                "The params are not of the shape that MCP gives them for this method");
        said(
                client,
                request("tools/call", ",\"params\":{\"name\":{\"a\":1}}"),
                -32602,
                "name must be a string and arguments an object");
        said(client, request("nope", ""), -32601, "This server has no such method");
        said(
                client,
                request("tools/call", ",\"params\":{\"name\":\"nope\"}"),
                -32602,
                "There is no tool of this name; tools/list names those that there are");
    }

    @Test
    void aBodyOverOneMebibyteIsRefusedWithStatus413() throws Exception {
        byte[] most = padded(MIB).getBytes(StandardCharsets.US_ASCII);
        byte[] over = padded(MIB + 1).getBytes(StandardCharsets.US_ASCII);
        Asked client = Asked.welcomed(server.address());
        assertEquals(
                200,
                Asked.send(client.mine().POST(BodyPublishers.ofByteArray(most))).statusCode());
        assertEquals(
                413,
                Asked.send(client.mine().POST(BodyPublishers.ofByteArray(over))).statusCode());
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(over));
        assertEquals(413, Asked.send(client.mine().POST(chunked)).statusCode());
        assertEquals(200, client.post(Asked.PING).statusCode());
    }

    @Test
    void bodiesThatComeSlowlyKeepNobodyWaiting() {
        assertTimeoutPreemptively(HANG, () -> {
            List<Socket> slow = new ArrayList<>();
            try {
                for (int i = 0; i < 100; i++) { // three times as many as there are threads
                    Socket socket = Asked.open(server.address());
                    slow.add(socket);
                    String begun = "POST /mcp HTTP/1.1\r\nHost: 127.0.0.1:"
                            + server.address().getPort()
                            + "\r\nContent-Type: application/json\r\nAccept: */*\r\nContent-Length: 100\r\n\r\n{";
                    socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
                }
                assertEquals(
                        200, Asked.welcomed(server.address()).post(Asked.PING).statusCode());
            } finally {
                for (Socket socket : slow) {
                    socket.close();
                }
            }
        });
    }

    @Test
    void aSessionIsNeededAndEndsWhenItsClientSaysSo() throws Exception {
        assertEquals(400, Asked.send(post(Asked.PING)).statusCode());
        assertEquals(
                404,
                Asked.send(post(Asked.PING).header("Mcp-Session-Id", "unknown")).statusCode());
        Asked client = Asked.welcomed(server.address());
        assertEquals(200, client.post(Asked.PING).statusCode());
        assertEquals(200, client.delete().statusCode());
        assertEquals(404, client.post(Asked.PING).statusCode());
        assertEquals(404, client.delete().statusCode());
        assertEquals(400, Asked.send(Asked.request(server.address()).DELETE()).statusCode());
    }

    @Test
    void headersAndMethodsThatTheProtocolDoesNotKnowAreRefused() throws Exception {
        Asked client = Asked.welcomed(server.address());
        var body = BodyPublishers.ofString(Asked.PING);
        assertEquals(
                400,
                Asked.send(client.mine()
                                .header("MCP-Protocol-Version", "1999-01-01")
                                .POST(body))
                        .statusCode());
        assertEquals(
                200,
                Asked.send(client.mine()
                                .header("MCP-Protocol-Version", "2025-06-18")
                                .POST(body))
                        .statusCode());
        assertEquals(
                415,
                Asked.send(client.mine().setHeader("Content-Type", "text/plain").POST(body))
                        .statusCode());
        assertEquals(
                406,
                Asked.send(client.mine().setHeader("Accept", "application/json").POST(body))
                        .statusCode());
        HttpResponse<String> get = Asked.send(client.mine().GET());
        assertEquals(405, get.statusCode());
        assertEquals("POST, DELETE", get.headers().firstValue("Allow").orElse(""));
        assertEquals(
                404,
                Asked.send(Asked.request(server.address().resolve("/")).POST(body))
                        .statusCode());
    }

    @Test
    void nothingTellsWhatTheServerIsMadeOf() throws Exception {
        String host = "Host: 127.0.0.1:" + server.address().getPort() + "\r\n";
        List<String> answers = List.of(
                Asked.raw(server.address(), "GET /%zz HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n"),
                Asked.raw(server.address(), "junk\r\n\r\n"),
                Asked.raw(server.address(), "GET /mcp HTTP/1.1\r\n" + host + "X: " + "x".repeat(9_000) + "\r\n\r\n"),
                Asked.raw(server.address(), "GET /mcp HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n"));
        assertTrue(answers.get(0).startsWith("HTTP/1.1 400 "), answers.get(0));
        assertTrue(answers.get(1).startsWith("HTTP/1.1 400 "), answers.get(1));
        assertTrue(answers.get(2).startsWith("HTTP/1.1 431 "), answers.get(2));
        for (String answer : answers) {
            String said = answer.toLowerCase(Locale.ROOT);
            assertFalse(said.contains("jetty"), answer);
            assertFalse(said.contains("server:"), answer);
            assertFalse(said.contains("exception"), answer);
            assertFalse(said.contains("\tat "), answer);
        }
    }

    private static void said(Asked client, String body, int code, String message) throws Exception {
        assertEquals(
                "event: message\ndata: {\"jsonrpc\":\"2.0\",\"id\":\"x\",\"error\":{\"code\":" + code
                        + ",\"message\":\"" + message + "\"}}\n\n",
                client.post(body).body());
    }

    private static void refused(Asked client, String body, int status, String id, int code, String message)
            throws Exception {
        HttpResponse<String> answer = client.post(body);
        assertEquals(
                "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"error\":{\"code\":" + code + ",\"message\":\"" + message
                        + "\"}}",
                answer.body());
        assertEquals(status, answer.statusCode());
        assertEquals(
                "application/json", answer.headers().firstValue("Content-Type").orElse(""));
    }

    private java.net.http.HttpRequest.Builder post(String body) {
        return Asked.request(server.address()).POST(BodyPublishers.ofString(body));
    }

    private static String request(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"" + method + "\"" + params + "}";
    }

    private static String padded(int bytes) {
        return Asked.PING + " ".repeat(bytes - Asked.PING.length());
    }

    private static String call(int id, Path file) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":{\"name\":"
                + "\"analyze_icmp_packets\",\"arguments\":{\"pcap_file\":\"" + file + "\"}}}";
    }
}
