package io.icmpscope.mcp.server;

import io.icmpscope.mcp.call.Call;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The calls of one client that run, by the ids of their requests. Thread-safe. */
final class RunningCalls {

    private static final String CANCELLED = "notifications/cancelled";
    private static final String REQUEST_ID = "requestId";

    private final Map<Object, Call> calls = new ConcurrentHashMap<>();
    private final Duration timeout;

    RunningCalls(Duration timeout) {
        this.timeout = timeout;
    }

    /** Begins a call; its time runs from now. */
    Call begin(Object id) {
        Call call = new Call(timeout);
        calls.put(id, call);
        return call;
    }

    /** Whether a call runs that came with this id. */
    boolean has(Object id) {
        return calls.containsKey(id);
    }

    /** Ends a call, whatever became of it. */
    void end(Object id, Call call) {
        calls.remove(id, call);
        call.close();
    }

    /** Gives up the call that a notification names, if it is one that says so and the call still runs. */
    void see(JSONRPCNotification notification) {
        if (notification.method().equals(CANCELLED)
                && notification.params() instanceof Map<?, ?> params
                && params.get(REQUEST_ID) != null) {
            Call call = calls.get(params.get(REQUEST_ID));
            if (call != null) {
                call.cancel();
            }
        }
    }

    /** Gives up all calls, because the client is gone or the server stops. */
    void cancelAll() {
        calls.values().forEach(Call::cancel);
    }

    /** What the SDK hands on to the handler of a call. */
    static McpTransportContext context(Call call) {
        return McpTransportContext.create(Map.of(IcmpServer.CALL, call));
    }
}
