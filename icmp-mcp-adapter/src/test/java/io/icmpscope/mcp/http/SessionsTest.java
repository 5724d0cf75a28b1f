package io.icmpscope.mcp.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.mcp.call.Call;
import io.modelcontextprotocol.spec.McpStreamableServerSession;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private long now = Long.MAX_VALUE - 5; // the clock may wrap
    private final Sessions sessions = new Sessions(2, HOUR, () -> now);

    @Test
    void theOneThatWasSilentLongestMakesRoom() {
        assertTrue(sessions.add(session("a")));
        assertTrue(sessions.add(session("b")));
        assertNotNull(sessions.seen("a"));
        assertTrue(sessions.add(session("c")));
        assertNull(sessions.seen("b"));
        assertNotNull(sessions.seen("a"));
        assertNotNull(sessions.seen("c"));
        assertEquals(2, sessions.all().size());
    }

    @Test
    void whoWaitsForAnAnswerIsNotForgotten() {
        ClientSession busy = session("busy");
        ClientSession other = session("other");
        Call call = busy.calls().begin(1);
        other.calls().begin(1);
        assertTrue(sessions.add(busy));
        assertTrue(sessions.add(other));
        now += 2 * HOUR.toNanos();
        sessions.forgetSilent();
        assertFalse(sessions.add(session("c")), "both wait for answers");
        assertNotNull(sessions.seen("busy"));
        busy.calls().end(1, call);
        assertTrue(sessions.add(session("c")));
        assertNull(sessions.seen("busy"));
        assertNotNull(sessions.seen("other"));
    }

    @Test
    void whoIsSilentForAnHourIsForgotten() {
        sessions.add(session("a"));
        now += HOUR.toNanos() / 2;
        sessions.add(session("b"));
        now += HOUR.toNanos() / 2 - 1;
        sessions.forgetSilent();
        assertEquals(2, sessions.all().size());
        now += 1;
        sessions.forgetSilent();
        assertNull(sessions.seen("a"));
        assertNotNull(sessions.seen("b"));
        now += HOUR.toNanos() - 1;
        sessions.forgetSilent();
        assertNotNull(sessions.seen("b"), "heard of since");
    }

    @Test
    void whatRunsInASessionThatIsEndedIsGivenUp() {
        ClientSession session = session("a");
        Call call = session.calls().begin(1);
        sessions.add(session);
        assertTrue(sessions.remove("a"));
        assertEquals(Call.End.CANCELLED, call.end());
        assertFalse(sessions.remove("a"));
        assertFalse(sessions.remove(null));
    }

    private static ClientSession session(String id) {
        return new ClientSession(
                new McpStreamableServerSession(id, null, null, HOUR, Map.of(), Map.of()), Duration.ofMinutes(5));
    }
}
