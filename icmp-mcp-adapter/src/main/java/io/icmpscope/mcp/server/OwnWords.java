package io.icmpscope.mcp.server;

import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;

/** Errors as a client may see them: the SDK's name a tool that nobody asked for, or tell what an exception says. */
public final class OwnWords {

    /** What became of a request that this program could not cope with. */
    public static final String FAULT = "This program failed on the request; its log, on standard error, says where";

    /** What a client hears that begins the handshake again. */
    public static final String INITIALIZED = "This session is initialized already; a new one begins without it";

    private OwnWords() {}

    /**
     * Puts an error in our words.
     *
     * @param answer what the SDK wants to send
     * @return the same answer, but for the words of an error
     */
    public static JSONRPCResponse of(JSONRPCResponse answer) {
        JSONRPCError error = answer.error();
        if (error == null) {
            return answer;
        }
        String message = String.valueOf(error.message());
        return switch (error.code()) {
            case ErrorCodes.METHOD_NOT_FOUND -> error(answer, "This server has no such method");
            case ErrorCodes.INVALID_PARAMS ->
                message.startsWith("Unknown tool")
                        ? error(answer, "There is no tool of this name; tools/list names those that there are")
                        : message.equals("Invalid prompt name")
                                ? error(
                                        answer,
                                        "There is no prompt of this name; prompts/list names those that there are")
                                : answer;
            case ErrorCodes.INTERNAL_ERROR -> error(answer, FAULT);
            default -> answer;
        };
    }

    private static JSONRPCResponse error(JSONRPCResponse answer, String message) {
        return JSONRPCResponse.error(
                answer.id(), new JSONRPCError(answer.error().code(), message));
    }
}
