package io.icmpscope.mcp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.mcp.access.AccessRules;
import io.icmpscope.mcp.fetch.CaptureLocator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines that are no messages, and the end of input; what the messages do is tested on the started jar. */
class StdioServerTest {
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    private static final String PONG = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}";

    @Test
    void theInputEndsTheServerAfterItsAnswers() {
        assertEquals(List.of(), answers(""));
        assertEquals(List.of(PONG), answers(PING));
    }

    @Test
    void aLineThatIsNoJsonIsAnsweredAndSurvived() {
        String parseError =
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"The line is no JSON\"}}";
        assertEquals(List.of(parseError, PONG), answers("no json\n" + PING));
        assertEquals(List.of(parseError, PONG), answers("{\"a\":".repeat(50_000) + "\n" + PING));
        assertEquals(List.of(parseError, PONG), answers("{\"jsonrpc\":\"2.0\",\"id\":1,\n" + PING));
    }

    @Test
    void aRequestBeforeTheHandshakeIsAnsweredAndNotKeptWaiting() {
        assertEquals(
                List.of("{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"error\":{\"code\":-32600,\"message\":"
                        + "\"Not initialized: send initialize, then notifications/initialized\"}}"),
                answers("{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"tools/list\"}"));
    }

    @Test
    void aBatchIsRefused() {
        invalidRequest("Batches are not supported; send one message a line", "[" + PING + "]");
        invalidRequest("Batches are not supported; send one message a line", "  []");
        invalidRequest("Batches are not supported; send one message a line", "[".repeat(50_000));
    }

    @Test
    void jsonThatIsNoMessageIsRefused() {
        invalidRequest("The line is no JSON-RPC 2.0 message", "{}");
        invalidRequest("The line is no JSON-RPC 2.0 message", "{\"jsonrpc\":\"2.0\",\"id\":1}");
    }

    @Test
    void aBlankLineIsPassedOver() {
        assertEquals(List.of(PONG), answers("\n \n\r\n" + PING + "\n\n"));
    }

    @Test
    void aLineWithoutAnEndDoesNotFillTheMemory() {
        invalidRequest("The line is longer than 4194304 bytes", "x".repeat(5 << 20));
    }

    private static void invalidRequest(String message, String line) {
        List<String> answers = answers(line + "\n" + PING);
        assertEquals(2, answers.size(), answers::toString);
        assertEquals(
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32600,\"message\":\"" + message + "\"}}",
                answers.get(0));
        assertTrue(answers.contains(PONG), answers::toString);
    }

    private static List<String> answers(String input) {
        ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        ServerOptions options =
                new ServerOptions("test", 100, Duration.ofMinutes(1), new CaptureLocator(AccessRules.defaults()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> StdioServer.serve(in, out, options));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
