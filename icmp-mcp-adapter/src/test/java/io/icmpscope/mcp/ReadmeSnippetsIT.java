package io.icmpscope.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modelcontextprotocol.json.McpJsonDefaults;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What readers copy from our pages into their clients. */
class ReadmeSnippetsIT {
    private static final Duration HANG = Duration.ofSeconds(60);
    private static final Pattern JSON = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final String INITIALIZE = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":"
            + "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}\n";

    @Test
    void everyServerInAJsonSnippetAnswersWhenItIsStarted() {
        assertTimeoutPreemptively(HANG, () -> {
            int started = 0;
            for (Path page : List.of(Path.of("README.md"), Path.of("..", "README.md"))) {
                for (Map<?, ?> snippet : snippets(page)) {
                    for (List<String> command : commands(snippet)) {
                        handshake(command);
                        started++;
                    }
                }
            }
            assertTrue(started >= 3, "snippets of three kinds, not " + started);
        });
    }

    private static List<Map<?, ?>> snippets(Path page) throws IOException {
        List<Map<?, ?>> snippets = new ArrayList<>();
        Matcher block = JSON.matcher(Files.readString(page).replace("\r\n", "\n"));
        while (block.find()) {
            snippets.add(McpJsonDefaults.getMapper().readValue(block.group(1), Map.class));
        }
        return snippets;
    }

    /** The commands that a client's configuration names; one that is reached by a URL has none. */
    private static List<List<String>> commands(Map<?, ?> configuration) {
        return Stream.of("mcpServers", "servers")
                .filter(configuration::containsKey)
                .flatMap(key -> ((Map<?, ?>) configuration.get(key)).values().stream())
                .map(server -> (Map<?, ?>) server)
                .filter(server -> server.containsKey("command"))
                .map(ReadmeSnippetsIT::command)
                .toList();
    }

    private static List<String> command(Map<?, ?> server) {
        List<String> command = new ArrayList<>(List.of((String) server.get("command")));
        for (Object argument : (List<?>) server.get("args")) {
            String text = (String) argument;
            command.add(text.endsWith("/icmp-mcp-adapter.jar") ? System.getProperty("jar") : text);
        }
        assertEquals("java", command.set(0, StartedJar.java()));
        assertTrue(command.contains(System.getProperty("jar")), () -> "no jar in " + server);
        return command;
    }

    private static void handshake(List<String> command) throws Exception {
        Process server = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream in = server.getOutputStream()) {
            in.write(INITIALIZE.getBytes(StandardCharsets.UTF_8));
        }
        String answer = new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(answer.startsWith("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{"), answer);
        assertEquals(0, server.waitFor());
    }
}
