package io.icmpscope.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client of a server that reads and writes lines: it waits for answers by their ids, and keeps all that it was sent. */
public final class Conversation {

    /** The first two messages of a client. */
    public static final String HANDSHAKE =
            "{\"jsonrpc\":\"2.0\",\"id\":\"hello\",\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\","
                    + "\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}}\n"
                    + "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n";

    private final OutputStream out;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Map<Object, CompletableFuture<Map<?, ?>>> answers = new ConcurrentHashMap<>();
    private final CompletableFuture<List<String>> end = new CompletableFuture<>();

    /**
     * Begins to listen.
     *
     * @param out what the server reads
     * @param in what it writes
     */
    public Conversation(OutputStream out, InputStream in) {
        this.out = out;
        Thread listener = new Thread(() -> listen(in), "client");
        listener.setDaemon(true);
        listener.start();
    }

    private void listen(InputStream in) {
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                Map<?, ?> message = json(line);
                if (!message.containsKey("method")) {
                    of(String.valueOf(message.get("id"))).complete(message);
                }
            }
            end.complete(List.copyOf(lines));
        } catch (IOException | AssertionError failure) {
            end.completeExceptionally(failure);
            answers.values().forEach(answer -> answer.completeExceptionally(failure));
        }
    }

    /** Sends lines. */
    public Conversation send(String... messages) throws IOException {
        out.write((String.join("\n", messages) + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        return this;
    }

    /** Sends a request. */
    public Conversation request(Object id, String method, String params) throws IOException {
        String name = id instanceof Integer ? id.toString() : "\"" + id + "\"";
        return send(
                "{\"jsonrpc\":\"2.0\",\"id\":" + name + ",\"method\":\"" + method + "\",\"params\":" + params + "}");
    }

    /** Calls our tool. */
    public Conversation analyze(Object id, Object file) throws IOException {
        return request(
                id, "tools/call", "{\"name\":\"analyze_icmp_packets\",\"arguments\":{\"pcap_file\":\"" + file + "\"}}");
    }

    /** Gives a request up. */
    public Conversation cancel(int id) throws IOException {
        return send(
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":" + id + "}}");
    }

    /** Waits for the answer to a request; of what has no id it is {@code null}. */
    public Map<?, ?> answer(Object id) {
        return of(String.valueOf(id)).join();
    }

    /** Waits for an answer that is an error. */
    public Map<?, ?> error(Object id) {
        Map<?, ?> answer = answer(id);
        if (answer.get("error") instanceof Map<?, ?> error) {
            return error;
        }
        throw new AssertionError("no error: " + answer);
    }

    /** Whether a request has been answered by now. */
    public boolean has(Object id) {
        return of(String.valueOf(id)).isDone();
    }

    /** What the server has sent until now, of one method. */
    public List<Map<?, ?>> notifications(String method) {
        List<Map<?, ?>> found = new ArrayList<>();
        for (String line : lines) {
            Map<?, ?> message = json(line);
            if (method.equals(message.get("method"))) {
                found.add((Map<?, ?>) message.get("params"));
            }
        }
        return found;
    }

    /** Ends what the server reads, and waits for the last of all that it says. */
    public List<String> end() throws IOException {
        out.close();
        return end.join();
    }

    private CompletableFuture<Map<?, ?>> of(String id) {
        return answers.computeIfAbsent(id, key -> new CompletableFuture<>());
    }

    private static Map<?, ?> json(String line) {
        try {
            return McpJsonDefaults.getMapper().readValue(line, Map.class);
        } catch (IOException | RuntimeException notJson) {
            throw new AssertionError("no JSON object: " + line, notJson);
        }
    }
}
