package io.icmpscope.mcp.http;

import io.icmpscope.mcp.server.NotAMessage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers that are no stream. */
final class Reply {

    static final String JSON = "application/json";

    /** A request that cannot be served: JSON-RPC 2.0 keeps -32000 to -32099 for servers. */
    private static final int REFUSED = -32000;

    private Reply() {}

    /** Says why there is nothing else, to programs by the status and to people by a sentence. */
    static void refusal(Response response, Callback callback, int status, String sentence) {
        json(response, callback, status, NotAMessage.json(REFUSED, null, sentence));
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
