package io.icmpscope.mcp.json;

import io.icmpscope.mcp.words.CaptureText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A refusal as JSON. */
public final class ErrorJson {

    private ErrorJson() {}

    /**
     * Gives the answer for a capture that cannot be analysed, as the MCP tool gives it.
     *
     * @param error a sentence: what is wrong, where, what to try
     * @param code a stable name of the reason
     * @param file the capture, as given, or null when none was
     * @return the object
     */
    public static Map<String, @Nullable Object> result(String error, String code, @Nullable String file) {
        return new JsonObject()
                .with("error", error)
                .with("code", code)
                .with("file", file == null ? null : CaptureText.name(file))
                .members();
    }

    /**
     * Gives the line of the {@code packets} command for a capture that cannot be read.
     *
     * @param file the capture, as given
     * @param error a sentence: what is wrong, where, what to try
     * @param code a stable name of the reason
     * @return the object
     */
    public static Map<String, @Nullable Object> line(String file, String error, String code) {
        return new JsonObject()
                .with("file", CaptureText.name(file))
                .with("error", error)
                .with("code", code)
                .members();
    }
}
