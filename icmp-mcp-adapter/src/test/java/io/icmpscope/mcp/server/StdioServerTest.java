package io.icmpscope.mcp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.mcp.Conversation;
import io.icmpscope.mcp.access.AccessRules;
import io.icmpscope.mcp.fetch.CaptureLocator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines that are no messages, requests that are wrong, and the end of input. */
class StdioServerTest {
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    private static final String PONG = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}";
    private static final String NO_MESSAGE = "The line is no JSON-RPC 2.0 message";
    private static final String WRONG_ID = "The id is neither a string nor an integer of 64 bits";
    private static final String OTHER_SHAPE = "The params are not of the shape that MCP gives them for this method";

    @Test
    void theInputEndsTheServerAfterItsAnswers() {
        assertEquals(List.of(), answers(""));
        assertEquals(List.of(PONG), answers(PING));
    }

    @Test
    void aLineThatIsNoJsonIsAnsweredAndSurvived() {
        String parseError = error(-32700, "null", "The line is no JSON");
        for (String line : List.of(
                "no json",
                "{\"a\":".repeat(50_000),
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":{\"a\":" + "[".repeat(50_000)
                        + "]".repeat(50_000) + "}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,",
                PING + " x",
                "\0\0\0\0",
                PING.replace("ping", "pi\0ng"),
                "{\"jsonrpc\":\"2.0\",\"id\":NaN,\"method\":\"ping\"}")) {
            assertEquals(List.of(parseError, PONG), answers(line + "\n" + PING));
        }
    }

    @Test
    void bytesThatAreNoUtf8AreAnsweredAndSurvived() {
        byte[] name = (PING.replace("ping", "p\u00e9") + "\n" + PING).getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(List.of(error(-32700, "null", "The line is not UTF-8"), PONG), answers(name));
    }

    @Test
    void aRequestBeforeTheHandshakeIsAnsweredAndNotKeptWaiting() {
        assertEquals(
                List.of(error(-32600, "\"x\"", "Not initialized: send initialize, then notifications/initialized")),
                answers("{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"tools/list\"}"));
    }

    @Test
    void aBatchIsRefused() {
        for (String batch : List.of("[" + PING + "]", "  []", "[".repeat(50_000))) {
            refused(-32600, "null", "Batches are not supported; send one message a line", batch);
        }
    }

    @Test
    void jsonThatIsNoMessageIsRefused() {
        for (String line : List.of("{}", "1", "\"ping\"", "null", "true", PING.replace("2.0", "1.0"))) {
            refused(-32600, "null", NO_MESSAGE, line);
        }
        refused(-32600, "7", NO_MESSAGE, "{\"jsonrpc\":\"2.0\",\"id\":7}");
        refused(-32600, "7", "The method is not a string", "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":7}");
        refused(-32602, "7", "The params are not an object", request("7", "tools/list", "[]"));
    }

    @Test
    void anIdIsAStringOrAnIntegerThatFits() {
        for (String id : List.of("null", "1.5", "1e400", "true", "{}")) {
            refused(-32600, "null", WRONG_ID, request(id, "ping", "{}"));
        }
        String huge = "9".repeat(30);
        refused(-32600, huge, WRONG_ID, request(huge, "ping", "{}"));
        for (String id : List.of("\"\"", "-9223372036854775808", "9223372036854775807", "0", "\"\\u0000\"")) {
            assertEquals(
                    List.of("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{}}"),
                    answers(request(id, "ping", "{}")));
        }
    }

    @Test
    void notificationsAndAnswersGetNoAnswerWhateverTheySay() {
        assertEquals(
                List.of(PONG),
                answers(String.join(
                        "\n",
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/nobody/knows\",\"params\":[1]}",
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\"}",
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":[]}}",
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/roots/list_changed\"}",
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}",
                        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"?\"}}",
                        PING)));
    }

    @Test
    void aBlankLineIsPassedOverAndWindowsLinesAreRead() {
        assertEquals(List.of(PONG), answers("\n \n\r\n" + PING + "\n\n"));
        assertEquals(List.of(PONG, PONG), answers("\uFEFF" + PING + "\r\n" + PING + "\r\n"));
    }

    @Test
    void aLineWithoutAnEndDoesNotFillTheMemory() {
        refused(-32600, "null", "The line is longer than 4194304 bytes", "x".repeat(5 << 20));
    }

    @Test
    void wrongParamsAreTheClientsMistakeAndToldInOurWords() {
        String toolArguments = "name must be a string and arguments an object";
        String noTool = "There is no tool of this name; tools/list names those that there are";
        wrongParams(toolArguments, "tools/call", "{\"name\":\"analyze_icmp_packets\",\"arguments\":[]}");
        wrongParams(toolArguments, "tools/call", "{\"name\":\"analyze_icmp_packets\",\"arguments\":\"secret\"}");
        wrongParams(toolArguments, "tools/call", "{\"name\":[\"secret\"]}");
        wrongParams(toolArguments, "tools/call", "{\"name\":\"analyze_icmp_packets\",\"_meta\":\"secret\"}");
        wrongParams("The params are missing", "tools/call", "null");
        wrongParams(noTool, "tools/call", "{\"name\":5}");
        wrongParams(noTool, "tools/call", "{\"name\":\"secret\"}");
        wrongParams(noTool, "tools/call", "{}");
        assertEquals(error(-32602, "2", "The params are missing"), last(request("2", "initialize", "null")));
        assertEquals(error(-32602, "2", OTHER_SHAPE), last(request("2", "initialize", "{\"clientInfo\":\"secret\"}")));
        wrongParams(OTHER_SHAPE, "logging/setLevel", "{\"level\":[\"secret\"]}");
        assertEquals(
                error(-32601, "2", "This server has no such method"),
                last(Conversation.HANDSHAKE + request("2", "secret/list", "{}")));
    }

    @Test
    void aListHasOnePageSoThatNoCursorIsGood() {
        String noCursor = "This server gave no such cursor: its lists have one page; leave cursor out";
        for (String method : List.of("tools/list", "resources/list", "resources/templates/list", "prompts/list")) {
            wrongParams(noCursor, method, "{\"cursor\":\"x\"}");
            wrongParams(noCursor, method, "{\"cursor\":\"\"}");
            wrongParams(noCursor, method, "{\"cursor\":5}");
            for (String params : List.of("{}", "null", "{\"cursor\":null}")) {
                String answer = last(Conversation.HANDSHAKE + request("2", method, params));
                assertTrue(answer.startsWith("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{"), answer);
            }
        }
    }

    @Test
    void aLevelOfTheLogIsOneOfTheProtocols() {
        String levels = "level must be debug, info, notice, warning, error, critical, alert or emergency";
        for (String level : List.of("verbose", "", "Debug", "DEBUG")) {
            wrongParams(levels, "logging/setLevel", "{\"level\":\"" + level + "\"}");
        }
    }

    @Test
    void anUnknownVersionGetsOurLatest() {
        String answer = last(Conversation.HANDSHAKE.replace("2025-11-25", "1999-01-01"));
        assertTrue(answer.contains("\"result\":{\"protocolVersion\":\"2025-11-25\","), answer);
    }

    @Test
    void aHandshakeThatIsRepeatedIsRefusedAndTheFirstHolds() {
        String again = Conversation.HANDSHAKE.replace("hello", "again");
        List<String> answers = answers(Conversation.HANDSHAKE + again + request("5", "tools/list", "{}"));
        assertEquals(3, answers.size(), answers::toString);
        assertEquals(
                error(-32600, "\"again\"", "This session is initialized already; a new one begins without it"),
                answers.get(1));
        assertTrue(answers.get(2).startsWith("{\"jsonrpc\":\"2.0\",\"id\":5,\"result\":{\"tools\":["));
    }

    private static void wrongParams(String message, String method, String params) {
        assertEquals(error(-32602, "2", message), last(Conversation.HANDSHAKE + request("2", method, params)));
    }

    private static void refused(int code, String id, String message, String line) {
        assertEquals(List.of(error(code, id, message), PONG), answers(line + "\n" + PING));
    }

    private static String request(String id, String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    private static String error(int code, String id, String message) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"error\":{\"code\":" + code + ",\"message\":\"" + message
                + "\"}}";
    }

    private static String last(String input) {
        List<String> answers = answers(input);
        return answers.get(answers.size() - 1);
    }

    private static List<String> answers(String input) {
        return answers(input.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> answers(byte[] input) {
        ServerOptions options =
                new ServerOptions("test", 100, Duration.ofMinutes(1), new CaptureLocator(AccessRules.defaults()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> StdioServer.serve(new ByteArrayInputStream(input), out, options));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
