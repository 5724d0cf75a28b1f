package io.icmpscope.mcp.server;

import io.icmpscope.mcp.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that a client sent cannot be handed on: what JSON-RPC answers to it. */
public final class NotAMessage extends Exception {

    private static final long serialVersionUID = 1L;

    /** As JSON-RPC 2.0, section 5.1, numbers them. */
    private final int code;

    /** Of the request, a string or a number. */
    private final transient @Nullable Object id;

    NotAMessage(int code, @Nullable Object id, String sentence) {
        super(sentence);
        this.code = code;
        this.id = id;
    }

    /**
     * Tells whether it is a request that can be answered, though not fulfilled.
     *
     * @return whether its id is known
     */
    public boolean isRequest() {
        return id != null;
    }

    /**
     * Returns the answer. The id of what cannot be understood is null, which the SDK's records do not print.
     *
     * @return a JSON-RPC error on one line, without an end of line
     */
    public String json() {
        return json(code, id, String.valueOf(getMessage()));
    }

    /**
     * Prints an error.
     *
     * @param code as JSON-RPC 2.0, section 5.1, numbers them
     * @param id of the request, or null where there is none
     * @param sentence what is wrong, and what to try
     * @return a JSON-RPC error on one line, without an end of line
     */
    public static String json(int code, @Nullable Object id, String sentence) {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", sentence);
        Map<String, @Nullable Object> response = new LinkedHashMap<>();
        response.put("jsonrpc", "2.0");
        response.put("id", id);
        response.put("error", error);
        return JsonWriter.text(response);
    }
}
