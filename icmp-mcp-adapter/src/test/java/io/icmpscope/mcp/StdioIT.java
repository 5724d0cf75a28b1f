package io.icmpscope.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The started jar as a server on standard input and output: hostile lines, calls that last, and every way to end. */
class StdioIT {
    private static final Duration HANG = Duration.ofSeconds(120);
    private static final int LONG_CALLS = 24; // a second of reading each

    @TempDir
    private Path directory;

    private Process server;

    @AfterEach
    void stop() throws InterruptedException {
        server.destroyForcibly().waitFor();
    }

    @Test
    void hostileLinesLeaveASmallServerAliveAndItsMemoryBounded() {
        assertTimeoutPreemptively(HANG, () -> {
            Conversation client = start(List.of("-Xmx64m"));
            client.send(Conversation.HANDSHAKE).answer("hello");
            OutputStream in = server.getOutputStream();
            byte[] megabyte = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 100; i++) {
                in.write(megabyte);
            }
            client.send(
                    "",
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"a\":["
                            + "{},".repeat(1 << 20) + "1]}}",
                    "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":" + "{\"a\":".repeat(50_000)
                            + "1" + "}".repeat(50_000) + "}",
                    "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"tools/call\",\"params\":{\"a\":" + "[".repeat(50_000)
                            + "]".repeat(50_000) + "}}",
                    "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"" + "x".repeat(4_000_000) + "\"}");
            assertEquals(-32601, client.error(3).get("code"));
            client.request("ping", "ping", "{}").answer("ping");
            String good = HandMade.file(directory, "good.pcap", HandMade.ping()).toString();
            assertFalse(client.analyze(4, good).answer(4).containsKey("error"));
            List<String> lines = client.end();
            assertEquals(
                    2, lines.stream().filter(line -> line.contains("-32700")).count(), "nested too deep, twice");
            assertEquals(0, server.waitFor());
        });
    }

    @Test
    void cancellingStopsTheReadingAndFreesItsPlace() {
        assertTimeoutPreemptively(HANG, () -> {
            Path large = LargeCapture.plain(directory.resolve("large.pcap"), 300);
            String good = HandMade.file(directory, "good.pcap", HandMade.ping()).toString();
            Conversation client = start(List.of());
            client.send(Conversation.HANDSHAKE).analyze("first", good).answer("first"); // so that all is loaded
            for (int id = 0; id < LONG_CALLS; id++) {
                client.analyze(id, large);
            }
            client.analyze("next", good);
            Thread.sleep(1_000); // the readings have begun
            assertFalse(client.has("next"), "there is no place for it");
            Duration before = cpu();
            for (int id = 0; id < LONG_CALLS; id++) {
                client.cancel(id);
            }
            client.answer("next");
            Duration spent = cpu().minus(before);
            assertTrue(spent.compareTo(Duration.ofSeconds(2)) < 0, "all the readings would take 20 s: " + spent);
            for (int id = 0; id < LONG_CALLS; id++) {
                assertFalse(client.has(id));
            }
            List<String> lines = client.end();
            assertEquals(3, lines.size(), "the handshake, the first and the next: " + lines);
        });
    }

    @Test
    void progressIsToldWhileACallLastsAndRises() {
        assertTimeoutPreemptively(HANG, () -> {
            Path large = LargeCapture.gzip(directory.resolve("large.pcap.gz"), 1_000);
            String good = HandMade.file(directory, "good.pcap", HandMade.ping()).toString();
            Conversation client = start(List.of());
            client.send(Conversation.HANDSHAKE);
            client.answer("hello");
            watched(client, 1, good).answer(1);
            assertEquals(List.of(), client.notifications("notifications/progress"), "it took no second");
            watched(client, 2, large).answer(2);
            List<Map<?, ?>> told = client.notifications("notifications/progress");
            assertTrue(told.size() >= 2, told::toString);
            double before = 0;
            for (Map<?, ?> progress : told) {
                assertEquals("token 2", progress.get("progressToken"));
                double now = ((Number) progress.get("progress")).doubleValue();
                assertTrue(now > before, told::toString);
                before = now;
                assertEquals((double) Files.size(large), ((Number) progress.get("total")).doubleValue());
                assertTrue(String.valueOf(progress.get("message")).startsWith("Reading: "), told::toString);
            }
            List<String> lines = client.end();
            assertTrue(lines.get(lines.size() - 1).contains("\"id\":2"), "nothing comes after the answer");
        });
    }

    @Test
    void whatRunsWhenTheInputEndsIsAnsweredAndThenTheServerEnds() {
        assertTimeoutPreemptively(HANG, () -> {
            Path large = LargeCapture.gzip(directory.resolve("large.pcap.gz"), 200);
            Conversation client = start(List.of());
            client.send(Conversation.HANDSHAKE).analyze(1, large);
            server.getOutputStream().close();
            assertTrue(client.answer(1).containsKey("result"));
            assertTrue(server.waitFor(20, TimeUnit.SECONDS)); // ten times what it may take
            assertEquals(0, server.exitValue());
        });
    }

    @Test
    void aClientThatClosesItsEndOfTheOutputEndsTheServerQuietly() {
        assertTimeoutPreemptively(HANG, () -> {
            server = process(StartedJar.arguments());
            OutputStream in = server.getOutputStream();
            in.write(Conversation.HANDSHAKE.getBytes(StandardCharsets.US_ASCII));
            in.flush();
            for (int one = server.getInputStream().read(); one != '\n'; ) {
                one = server.getInputStream().read();
            }
            server.getInputStream().close();
            in.write("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\n".getBytes(StandardCharsets.US_ASCII));
            in.flush();
            assertTrue(server.waitFor(20, TimeUnit.SECONDS), "though its input is open");
            assertEquals(0, server.exitValue());
            assertEquals("", Files.readString(err().toPath()));
        });
    }

    @Test
    void whatALibraryPrintsDoesNotReachTheClient() {
        assertTimeoutPreemptively(HANG, () -> {
            String path = System.getProperty("jar") + File.pathSeparator + Path.of("target", "test-classes");
            Conversation client = start("-cp", path, NoisyMain.class.getName());
            String good = HandMade.file(directory, "good.pcap", HandMade.ping()).toString();
            client.send(Conversation.HANDSHAKE).analyze(1, good).answer(1);
            assertEquals(2, client.end().size());
            assertTrue(Files.readString(err().toPath()).contains("noise"));
        });
    }

    @Test
    void theLogSaysNothingOfWhatAClientSent() {
        assertTimeoutPreemptively(HANG, () -> {
            Conversation client = start(List.of());
            client.send(
                    Conversation.HANDSHAKE.replace("2025-11-25", "secret"),
                    "secret",
                    "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/secret\",\"params\":{\"secret\":\"secret\"}}",
                    "{\"jsonrpc\":\"2.0\",\"id\":\"secret\",\"result\":{}}",
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"secret\"}");
            for (String params :
                    List.of("{\"name\":\"secret\"}", "{\"arguments\":\"secret\"}", "{\"_meta\":\"secret\"}")) {
                client.request(2, "tools/call", params);
            }
            client.analyze(3, "/none/secret").analyze(4, "secret").analyze(5, "http://secret@secret/?secret");
            client.end();
            assertEquals("", Files.readString(err().toPath()));
        });
    }

    /** What the server has used: other than time that passes, this does not depend on what else the machine does. */
    private Duration cpu() {
        return server.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static Conversation watched(Conversation client, int id, Object file) throws IOException {
        return client.request(
                id,
                "tools/call",
                "{\"name\":\"analyze_icmp_packets\",\"arguments\":{\"pcap_file\":\"" + file
                        + "\"},\"_meta\":{\"progressToken\":\"token " + id + "\"}}");
    }

    private Conversation start(List<String> flags) throws IOException {
        List<String> arguments = new ArrayList<>(flags);
        arguments.addAll(StartedJar.arguments());
        return start(arguments.toArray(String[]::new));
    }

    private Conversation start(String... arguments) throws IOException {
        server = process(List.of(arguments));
        return new Conversation(server.getOutputStream(), server.getInputStream());
    }

    private Process process(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(StartedJar.java()));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectError(err()).start();
    }

    private File err() {
        return directory.resolve("err").toFile();
    }
}
