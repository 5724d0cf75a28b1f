package io.icmpscope.mcp.http;

import io.icmpscope.mcp.json.JsonWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers that are no stream. */
final class Reply {

    static final String JSON = "application/json";

    /** A request that cannot be served: JSON-RPC 2.0 keeps -32000 to -32099 for servers. */
    static final int REFUSED = -32000;

    private Reply() {}

    /** Says why there is nothing else, to programs by the status and to people by a sentence. */
    static void refusal(Response response, Callback callback, int status, String sentence) {
        error(response, callback, status, null, REFUSED, sentence);
    }

    /** Answers a message with an error of JSON-RPC; its id is null where none can be made out. */
    static void error(
            Response response, Callback callback, int status, @Nullable Object id, int code, String sentence) {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", sentence);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", "2.0");
        answer.put("id", id);
        answer.put("error", error);
        json(response, callback, status, JsonWriter.text(answer));
    }

    static void json(Response response, Callback callback, int status, String json) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, JSON);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)), callback);
    }

    static void empty(Response response, Callback callback, int status) {
        response.setStatus(status);
        response.write(true, null, callback);
    }
}
