package io.icmpscope.mcp.server;

import io.icmpscope.mcp.access.Refusal;
import io.icmpscope.mcp.call.Call;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.util.Map;

/** A tool that answers from one capture, apart from the protocol. Thread-safe. */
interface CaptureTool {

    /** Describes it to clients. */
    Tool description();

    /**
     * Does the work.
     *
     * @param arguments as they came
     * @param call who waits for it
     * @param onPage whether who waits shows results on our page
     * @return the result, and what the page needs beside it
     * @throws Refusal when the arguments are wrong, or the capture is not opened
     * @throws IOException when the capture cannot be read
     * @throws java.util.concurrent.CancellationException when nobody waits any more
     */
    Answer answer(Map<String, ?> arguments, Call call, boolean onPage) throws Refusal, IOException;
}
