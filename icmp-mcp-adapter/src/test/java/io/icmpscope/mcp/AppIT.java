package io.icmpscope.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page inside the conversation (MCP Apps), as a host finds it, and as a host that knows no pages does not. */
class AppIT {
    private static final Duration HANG = Duration.ofSeconds(120);
    private static final String UI = "io.modelcontextprotocol/ui";
    private static final String MEDIA_TYPE = "text/html;profile=mcp-app";
    private static final String OF_A_HOST = Conversation.HANDSHAKE.replace(
            "\"capabilities\":{}",
            "\"capabilities\":{\"extensions\":{\"" + UI + "\":{\"mimeTypes\":[\"" + MEDIA_TYPE + "\"]}}}");

    @TempDir
    private Path directory;

    private final List<Process> servers = new ArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        for (Process server : servers) {
            server.destroyForcibly().waitFor();
        }
    }

    @Test
    void theToolNamesItsPageAndTheServerTheExtension() {
        Conversation client = start(OF_A_HOST);
        Map<?, ?> hello = result(client.answer("hello"));
        assertEquals(Map.of("mimeTypes", List.of(MEDIA_TYPE)), at(hello, "capabilities", "extensions", UI));
        Map<?, ?> tool =
                (Map<?, ?>) ((List<?>) result(ask(client, "tools/list", "{}")).get("tools")).get(0);
        assertEquals("analyze_icmp_packets", tool.get("name"));
        assertEquals("ui://icmpscope/report", at(tool, "_meta", "ui", "resourceUri"));
        Map<?, ?> page =
                (Map<?, ?>) ((List<?>) result(ask(client, "resources/read", "{\"uri\":\"ui://icmpscope/report\"}"))
                                .get("contents"))
                        .get(0);
        assertEquals(MEDIA_TYPE, page.get("mimeType"));
        assertTrue(String.valueOf(page.get("text")).startsWith("<!doctype html>"));
        assertTrue(String.valueOf(page.get("text")).contains("id=\"report\">null</script>"));
    }

    @Test
    void pointsOfChartsStandBesideTheResultForHostsThatShowThePageOnly() throws Exception {
        Path ping = HandMade.file(directory, "ping.pcap", HandMade.ping());
        Map<?, ?> shown = result(start(OF_A_HOST).analyze(1, ping).answer(1));
        Map<?, ?> plain = result(start(Conversation.HANDSHAKE).analyze(1, ping).answer(1));
        List<?> courses = (List<?>) at(shown, "_meta", "io.icmpscope/series", "rtt");
        assertFalse(courses.isEmpty());
        assertNull(plain.get("_meta"));
        assertEquals(withoutTime(plain), withoutTime(shown));
    }

    private static Map<?, ?> withoutTime(Map<?, ?> result) {
        Map<?, ?> content = (Map<?, ?>) result.get("structuredContent");
        content.remove("analysis_timestamp");
        return content;
    }

    private Conversation start(String handshake) {
        return assertTimeoutPreemptively(HANG, () -> {
            Process server = StartedJar.start(directory.resolve("err").toFile());
            servers.add(server);
            Conversation client = new Conversation(server.getOutputStream(), server.getInputStream());
            client.send(handshake).answer("hello");
            return client;
        });
    }

    private static Map<?, ?> ask(Conversation client, String method, String params) {
        return assertTimeoutPreemptively(
                HANG, () -> client.request(method, method, params).answer(method));
    }

    private static Map<?, ?> result(Map<?, ?> answer) {
        return (Map<?, ?>) answer.get("result");
    }

    private static Object at(Map<?, ?> object, String... path) {
        Object here = object;
        for (String name : path) {
            here = ((Map<?, ?>) here).get(name);
        }
        return here;
    }
}
