package io.icmpscope.mcp.http;

import io.icmpscope.mcp.server.BadMessage;
import io.icmpscope.mcp.server.IncomingMessage;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.HttpHeaders;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The one path of the server: takes messages by POST, ends sessions by DELETE. There is nothing to GET, as the server says
 * nothing unasked. Thread-safe.
 */
final class McpEndpoint extends Handler.Abstract {

    static final String PATH = "/mcp";

    private static final int MOST_BYTES = 1 << 20; // of a message; our longest argument is a path or a URL
    private static final String METHODS = "POST, DELETE";

    private final IncomingMessage messages;
    private final List<String> protocols;
    private final Conversations conversations;

    McpEndpoint(McpJsonMapper mapper, List<String> protocols, Conversations conversations) {
        this.messages = new IncomingMessage(mapper, "body");
        this.protocols = protocols;
        this.conversations = conversations;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!PATH.equals(Request.getPathInContext(request))) {
            Reply.refusal(response, callback, HttpStatus.NOT_FOUND_404, "The server is at " + PATH);
            return true;
        }
        switch (request.getMethod()) {
            case "POST" -> post(request, response, callback);
            case "DELETE" -> conversations.end(session(request), response, callback);
            default -> {
                response.getHeaders().put(HttpHeader.ALLOW, METHODS);
                Reply.refusal(
                        response,
                        callback,
                        HttpStatus.METHOD_NOT_ALLOWED_405,
                        "Messages come by POST, one in a request");
            }
        }
        return true;
    }

    private void post(Request request, Response response, Callback callback) {
        HttpFields headers = request.getHeaders();
        if (!accepts(headers.get(HttpHeader.CONTENT_TYPE), Reply.JSON)) {
            Reply.refusal(response, callback, HttpStatus.UNSUPPORTED_MEDIA_TYPE_415, "Messages come as " + Reply.JSON);
        } else if (!accepts(headers.get(HttpHeader.ACCEPT), Reply.JSON)
                || !accepts(headers.get(HttpHeader.ACCEPT), EventStream.EVENTS)) {
            Reply.refusal(
                    response,
                    callback,
                    HttpStatus.NOT_ACCEPTABLE_406,
                    "Accept must name " + Reply.JSON + " and " + EventStream.EVENTS);
        } else if (!knows(headers.get(HttpHeaders.PROTOCOL_VERSION))) {
            Reply.refusal(
                    response,
                    callback,
                    HttpStatus.BAD_REQUEST_400,
                    HttpHeaders.PROTOCOL_VERSION + " must be one of " + String.join(", ", protocols));
        } else {
            new Body(
                            request,
                            MOST_BYTES,
                            body -> accept(body, request, response, callback),
                            () -> tooLarge(response, callback),
                            callback::failed)
                    .run();
        }
    }

    private static boolean accepts(@Nullable String types, String type) {
        String given = types == null ? "" : types.toLowerCase(Locale.ROOT);
        return given.contains(type) || given.contains("*/*");
    }

    /** Clients of the first revisions send none. */
    private boolean knows(@Nullable String protocol) {
        return protocol == null || protocols.contains(protocol);
    }

    private void accept(byte[] body, Request request, Response response, Callback callback) {
        try {
            conversations.accept(session(request), messages.read(text(body)), response, callback);
        } catch (BadMessage bad) {
            int status = bad.id() == null ? HttpStatus.BAD_REQUEST_400 : HttpStatus.OK_200;
            Reply.error(response, callback, status, bad.id(), bad.code(), bad.sentence());
        } catch (RuntimeException | StackOverflowError fault) {
            callback.failed(fault);
        }
    }

    private static String text(byte[] body) throws BadMessage {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new BadMessage(ErrorCodes.PARSE_ERROR, null, "The body is not UTF-8");
        }
    }

    private static void tooLarge(Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONNECTION, "close"); // there may be more of it
        Reply.refusal(
                response,
                callback,
                HttpStatus.PAYLOAD_TOO_LARGE_413,
                "The body is longer than " + MOST_BYTES + " bytes");
    }

    private static @Nullable String session(Request request) {
        return request.getHeaders().get(HttpHeaders.MCP_SESSION_ID);
    }
}
