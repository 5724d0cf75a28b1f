package io.icmpscope.mcp.server;

import io.icmpscope.mcp.call.Call;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The calls of one client that run, by the ids of their requests. Thread-safe. */
public final class RunningCalls {

    /** What a client hears that uses the id of a call that runs. */
    public static final String ID_IS_TAKEN = "A call with the same id has not been answered yet";

    private static final String CANCELLED = "notifications/cancelled";
    private static final String REQUEST_ID = "requestId";

    private final Map<Object, Call> calls = new ConcurrentHashMap<>();
    private final Duration timeout;

    /**
     * Begins with none.
     *
     * @param timeout how long each may take
     */
    public RunningCalls(Duration timeout) {
        this.timeout = timeout;
    }

    /**
     * Begins a call; its time runs from now.
     *
     * @param id of its request
     * @return the call, to be ended; null as long as another runs with this id, since the client could not tell the two
     *     answers apart
     */
    public @Nullable Call begin(Object id) {
        Call call = new Call(timeout);
        if (calls.putIfAbsent(id, call) == null) {
            return call;
        }
        call.close();
        return null;
    }

    /**
     * Ends a call, whatever became of it; does nothing when it has ended. To be done before the answer is written: once the
     * client has read that, it may use the id again.
     *
     * @param id of its request
     * @param call as it began
     */
    public void end(Object id, Call call) {
        calls.remove(id, call);
        call.close();
    }

    /**
     * Gives up the call that a notification names, if it is one that says so and the call still runs.
     *
     * @param notification any
     * @return whether it is for us alone
     */
    public boolean see(JSONRPCNotification notification) {
        if (!notification.method().equals(CANCELLED)) {
            return false;
        }
        if (notification.params() instanceof Map<?, ?> params && params.get(REQUEST_ID) != null) {
            Call call = calls.get(params.get(REQUEST_ID));
            if (call != null) {
                call.cancel();
            }
        }
        return true;
    }

    /**
     * Tells whether nobody waits.
     *
     * @return whether no call runs
     */
    public boolean isEmpty() {
        return calls.isEmpty();
    }

    /** Gives up all calls, because the client is gone. */
    public void cancelAll() {
        calls.values().forEach(Call::cancel);
    }

    /** Stops all calls, because the server stops; they are answered. */
    public void stopAll() {
        calls.values().forEach(Call::stop);
    }

    /**
     * Gives what the SDK hands on to the handler of a call.
     *
     * @param call the call
     * @return what holds it
     */
    public static McpTransportContext context(Call call) {
        return McpTransportContext.create(Map.of(IcmpServer.CALL, call));
    }
}
