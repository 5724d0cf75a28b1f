package io.icmpscope.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.mcp.fetch.LoopbackHost;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** URLs, given to the started jar as its user starts it: nothing of the private network is asked, and no secret is said. */
class UrlIT {
    private static final Duration HANG = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @Test
    void aPrivateHostIsNotAskedAndNoSecretIsSaidAnywhere() {
        assertTimeoutPreemptively(HANG, () -> {
            try (LoopbackHost host = LoopbackHost.start((path, out) -> out.write(LoopbackHost.ok(HandMade.ping())))) {
                String url = host.url("/a?secret");
                String out = serve(
                        url,
                        url.replace("http://", "http://secret:secret@"),
                        url.replace("http://", "https:secret@"),
                        url.replace("127.0.0.1", "2130706433"),
                        url.replace("127.0.0.1", "localhost"),
                        url.replace("127.0.0.1", "[::ffff:127.0.0.1]"),
                        "http://host:secret/");
                assertEquals(List.of(), host.requests());
                assertEquals(7, out.split("\"isError\":true", -1).length - 1, out);
                assertEquals(
                        3, out.split("--allow-private-urls", -1).length / 2, "localhost, and two addresses: " + out);
                assertFalse(out.contains("secret"), out);
                String err = Files.readString(directory.resolve("err"));
                assertFalse(err.contains("secret"), err);
            }
        });
    }

    @Test
    void theHttpClientIsNotLoadedBeforeItIsNeeded() {
        assertTimeoutPreemptively(HANG, () -> {
            String file = HandMade.file(directory, "a.pcap", HandMade.ping()).toString();
            assertTrue(serve(file).contains("icmp_packets_found"));
            String loaded = Files.readString(directory.resolve("classes"));
            assertTrue(loaded.contains("io.icmpscope.mcp.fetch.CaptureLocator"), "classes are noted");
            assertFalse(loaded.contains("org.apache.hc."), "of the HTTP client");
        });
    }

    @Test
    void whatAServerLeftThatWasKilledInMidDownloadIsDeletedWhenTheNextOneStarts() {
        assertTimeoutPreemptively(HANG, () -> {
            try (LoopbackHost host = LoopbackHost.start((path, out) -> {
                out.write(LoopbackHost.text("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc"));
                Thread.sleep(HANG.toMillis());
            })) {
                Process killed = start("--allow-private-urls");
                new Conversation(killed.getOutputStream(), killed.getInputStream())
                        .send(Conversation.HANDSHAKE)
                        .analyze(1, host.url("/a"));
                while (downloads().isEmpty()) {
                    Thread.sleep(20);
                }
                killed.destroyForcibly().waitFor();
                assertEquals(1, downloads().size(), "it had no time to delete it");
                Process next = start();
                next.getOutputStream().close();
                assertEquals(0, next.waitFor());
                assertEquals(List.of(), downloads());
            }
        });
    }

    private List<Path> downloads() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(file -> file.getFileName().toString().startsWith("capture-"))
                    .toList();
        }
    }

    private Process start(String... flags) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                StartedJar.java(),
                "-Djava.io.tmpdir=" + directory,
                "-Xlog:disable",
                "-Xlog:class+load:file=" + directory.resolve("classes")));
        command.addAll(StartedJar.arguments(flags));
        return new ProcessBuilder(command)
                .redirectError(directory.resolve("err").toFile())
                .start();
    }

    private String serve(String... captures) throws Exception {
        Process server = start();
        try (OutputStream in = server.getOutputStream()) {
            int id = 0;
            in.write(bytes("{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
                    + "\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}}\n"
                    + "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n"));
            for (String capture : captures) {
                in.write(
                        bytes("{\"jsonrpc\":\"2.0\",\"id\":" + ++id + ",\"method\":\"tools/call\",\"params\":{\"name\":"
                                + "\"analyze_icmp_packets\",\"arguments\":{\"pcap_file\":\"" + capture + "\"}}}\n"));
            }
        }
        String out = new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, server.waitFor());
        return out;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
