package io.icmpscope.mcp.server;

import io.icmpscope.mcp.access.GivenName;
import io.icmpscope.mcp.access.Refusal;
import io.icmpscope.mcp.call.Call;
import io.icmpscope.mcp.json.ErrorJson;
import io.icmpscope.mcp.json.JsonWriter;
import io.icmpscope.mcp.json.ToolArguments;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a tool says to a client, which is always something: a result, or an error with a code and a sentence.
 *
 * @param content the result or the error
 * @param beside what is for the page that shows the result, and for no model
 * @param isError whether it is an error
 */
record Answer(Map<String, @Nullable Object> content, Map<String, Object> beside, boolean isError) {

    private static final Logger LOG = LoggerFactory.getLogger(Answer.class);

    /** A result, and nothing beside it. */
    static Answer of(Map<String, @Nullable Object> result) {
        return new Answer(result, Map.of(), false);
    }

    /** Has a tool work; whatever happens is an answer. */
    static Answer of(CaptureTool tool, Map<String, ?> arguments, Call call, boolean onPage) {
        String file = ToolArguments.fileIn(arguments);
        String shown = file == null ? null : GivenName.of(file);
        String named = String.valueOf(file);
        Refusal refusal;
        try {
            return tool.answer(arguments, call, onPage);
        } catch (Refusal refused) {
            refusal = refused;
        } catch (CancellationException stopped) {
            refusal = Refusal.stopped(named, call.end());
        } catch (IOException failure) {
            refusal = Refusal.reading(named, failure);
        } catch (Exception | StackOverflowError | OutOfMemoryError fault) {
            LOG.error("{} could not be analysed", shown, fault);
            refusal = Refusal.internal(named);
        }
        return new Answer(ErrorJson.result(refusal.sentence(), refusal.code().name(), shown), Map.of(), true);
    }

    /**
     * Clients that know no structured content read the same JSON as text. The SDK adds it to results, but not to errors, and it
     * loses what is beside them when it does.
     */
    CallToolResult toProtocol() {
        CallToolResult.Builder result =
                CallToolResult.builder().structuredContent(content).isError(isError);
        if (!beside.isEmpty()) {
            result.meta(beside);
        }
        return isError || !beside.isEmpty()
                ? result.addTextContent(JsonWriter.text(content)).build()
                : result.build();
    }
}
