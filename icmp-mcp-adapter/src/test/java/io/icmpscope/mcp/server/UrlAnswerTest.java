package io.icmpscope.mcp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.mcp.HandMade;
import io.icmpscope.mcp.access.AccessRules;
import io.icmpscope.mcp.call.Call;
import io.icmpscope.mcp.fetch.CaptureLocator;
import io.icmpscope.mcp.fetch.LoopbackHost;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a client that gives a URL is answered. */
class UrlAnswerTest {

    @Test
    void aCaptureBehindAUrlIsAnsweredAndErrorsCallItByItsNameWithoutSecrets() throws IOException {
        try (LoopbackHost host = LoopbackHost.start((path, out) -> out.write(
                switch (path.substring(0, 2)) {
                    case "/a" -> LoopbackHost.ok(HandMade.ping());
                    case "/b" -> LoopbackHost.ok(LoopbackHost.text("secret"));
                    case "/c" -> LoopbackHost.ok(new byte[0]);
                    default -> LoopbackHost.text("HTTP/1.1 404 secret\r\n\r\n");
                }))) {
            Answer good = answer(host.url("/a?secret"));
            assertFalse(good.isError());
            assertEquals(4L, good.content().get("icmp_packets_found"));
            assertEquals(host.url("/a"), good.content().get("file"));
            error("NOT_A_CAPTURE", "Error reading PCAP file '" + host.url("/b") + "': ", host.url("/b?secret"));
            error("EMPTY_FILE", "Error reading PCAP file '" + host.url("/c") + "': ", host.url("/c?secret"));
            error(
                    "DOWNLOAD_FAILED",
                    "Failed to download PCAP file '" + host.url("/d") + "': its host answered with status 404",
                    host.url("/d?secret"));
            error(
                    "BAD_ARGUMENT",
                    "Failed to download PCAP file 'http://127.0.0.1/e': the URL has a user name or a password in it",
                    "http://secret:secret@127.0.0.1/e?secret#secret");
        }
    }

    private static void error(String code, String begin, String url) {
        Answer answer = answer(url);
        assertTrue(answer.isError());
        assertEquals(code, answer.content().get("code"));
        assertTrue(String.valueOf(answer.content().get("error")).startsWith(begin), answer::toString);
    }

    private static Answer answer(String url) {
        AccessRules rules = new AccessRules(List.of(), true, true, 1 << 20);
        AnalyzeTool tool = new AnalyzeTool(
                new ServerOptions("test", 10, Duration.ofMinutes(1), new CaptureLocator(rules)),
                Workplaces.ofThisMachine(),
                Clock.systemUTC());
        Answer answer = assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> Answer.of(tool, Map.of("pcap_file", url), new Call(), false));
        assertFalse(answer.toString().contains("secret"), answer::toString);
        return answer;
    }
}
