package io.icmpscope.mcp.server;

import io.icmpscope.mcp.access.Refusal;
import io.icmpscope.mcp.call.Call;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tool that answers from one capture, apart from the protocol. Thread-safe. */
interface CaptureTool {

    /** Describes it to clients. */
    Tool description();

    /**
     * Does the work.
     *
     * @param arguments as they came
     * @param call who waits for it
     * @return the result
     * @throws Refusal when the arguments are wrong, or the capture is not opened
     * @throws IOException when the capture cannot be read
     * @throws java.util.concurrent.CancellationException when nobody waits any more
     */
    Map<String, @Nullable Object> result(Map<String, ?> arguments, Call call) throws Refusal, IOException;
}
