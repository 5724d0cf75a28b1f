package io.icmpscope.mcp.http;

import io.icmpscope.mcp.server.RunningCalls;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import java.time.Duration;

/**
 * One client, from its handshake on.
 *
 * @param protocol what the SDK knows of it
 * @param calls what runs for it
 */
record ClientSession(McpStreamableServerSession protocol, RunningCalls calls) {

    ClientSession(McpStreamableServerSession protocol, Duration timeout) {
        this(protocol, new RunningCalls(timeout));
    }

    String id() {
        return protocol.getId();
    }

    /** Nobody waits any more for what runs. */
    void end() {
        calls.cancelAll();
        protocol.close();
    }
}
