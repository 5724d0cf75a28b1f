package io.icmpscope.mcp.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.mcp.access.AccessRules;
import io.icmpscope.mcp.fetch.CaptureLocator;
import io.icmpscope.mcp.server.ServerOptions;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is let in. */
class GateTest {
    private static final ServerOptions OPTIONS =
            new ServerOptions("test", 100, Duration.ofMinutes(1), new CaptureLocator(AccessRules.defaults()));
    private static final String SECRET = "0123456789abcdef";

    @Test
    void aForeignWebPageIsRefusedWithStatus403() throws Exception {
        try (HttpServer server = start(List.of(), null)) {
            for (String origin : List.of(
                    "https://evil.example",
                    "http://localhost.evil.example:" + server.address().getPort(),
                    "http://localhost:1",
                    "null")) {
                assertEquals(403, ask(server, "Origin", origin).statusCode(), origin);
            }
            String own = "http://127.0.0.1:" + server.address().getPort();
            assertEquals(200, ask(server, "Origin", own).statusCode());
            String two = raw(
                    server, "127.0.0.1:" + server.address().getPort(), "Origin: " + own + "\r\nOrigin: http://evil");
            assertTrue(two.startsWith("HTTP/1.1 403 "), two);
        }
    }

    @Test
    void aForeignNameIsRefusedWithStatus421() throws Exception {
        try (HttpServer server = start(List.of(), null)) {
            int port = server.address().getPort();
            for (String host : List.of("evil.example", "evil.example:" + port, "localhost", "127.0.0.1:1")) {
                assertTrue(raw(server, host, "X: x").startsWith("HTTP/1.1 421 "), host);
            }
            for (String host : List.of("localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port)) {
                assertTrue(raw(server, host, "X: x").startsWith("HTTP/1.1 200 "), host);
            }
        }
    }

    @Test
    void aNameThatTheServerWasGivenIsLetIn() throws Exception {
        try (HttpServer server = start(List.of("scope.example"), null)) {
            assertTrue(raw(server, "scope.example", "Origin: https://scope.example")
                    .startsWith("HTTP/1.1 200 "));
            assertTrue(raw(server, "Scope.Example", "Origin: https://SCOPE.example")
                    .startsWith("HTTP/1.1 200 "));
            assertTrue(raw(server, "scope.example:8443", "X: x").startsWith("HTTP/1.1 200 "));
            assertTrue(raw(server, "scope.example.evil", "X: x").startsWith("HTTP/1.1 421 "));
        }
    }

    @Test
    void theNameOfTheOwnHostHasNoCase() throws Exception {
        HttpOptions typed = new HttpOptions("Scope.Example", InetAddress.getLoopbackAddress(), 0, List.of(), null);
        try (HttpServer server = HttpServer.start(typed, OPTIONS)) {
            String own = ":" + server.address().getPort();
            for (String host : List.of("Scope.Example", "scope.example", "LOCALHOST")) {
                assertTrue(raw(server, host + own, "X: x").startsWith("HTTP/1.1 200 "), host);
            }
        }
    }

    @Test
    void withoutTheTokenTheStatusIs401() throws Exception {
        try (HttpServer server = start(List.of(), BearerToken.of(SECRET))) {
            HttpResponse<String> none = ask(server, "X", "x");
            assertEquals(401, none.statusCode());
            assertEquals("Bearer", none.headers().firstValue("WWW-Authenticate").orElse(""));
            for (String wrong : List.of(
                    "Bearer " + SECRET.replace('0', '1'),
                    "Bearer " + SECRET + "0",
                    "Bearer " + SECRET.substring(1),
                    "Bearer",
                    "Basic " + SECRET,
                    SECRET)) {
                assertEquals(401, ask(server, "Authorization", wrong).statusCode(), wrong);
            }
            assertEquals(200, ask(server, "Authorization", "Bearer " + SECRET).statusCode());
            assertEquals(200, ask(server, "Authorization", "bearer " + SECRET).statusCode());
        }
    }

    @Test
    void theTokenIsCheckedOnEveryPathAndMethod() throws Exception {
        try (HttpServer server = start(List.of(), BearerToken.of(SECRET))) {
            URI elsewhere = server.address().resolve("/elsewhere");
            assertEquals(401, Asked.send(Asked.request(elsewhere).GET()).statusCode());
            assertEquals(
                    401, Asked.send(Asked.request(server.address()).DELETE()).statusCode());
        }
    }

    @Test
    void anAddressThatOthersReachNeedsAToken() throws Exception {
        InetAddress any = InetAddress.getByName("0.0.0.0");
        assertThrows(IllegalArgumentException.class, () -> new HttpOptions("0.0.0.0", any, 0, List.of(), null));
    }

    @Test
    void aTokenNeverPrintsItself() {
        String secret = "do-not-print-me-0123456789";
        assertFalse(BearerToken.of(secret).toString().contains(secret));
        for (String unfit : List.of("short", "has spaces in between", "umlaut-äöü-0123456789", "")) {
            String said = assertThrows(IllegalArgumentException.class, () -> BearerToken.of(unfit))
                    .getMessage();
            assertFalse(!unfit.isEmpty() && said.contains(unfit), said);
        }
    }

    private static HttpServer start(List<String> names, BearerToken token) throws Exception {
        return HttpServer.start(
                new HttpOptions("127.0.0.1", InetAddress.getLoopbackAddress(), 0, names, token), OPTIONS);
    }

    private static HttpResponse<String> ask(HttpServer server, String header, String value) throws Exception {
        return Asked.send(
                Asked.request(server.address()).header(header, value).POST(BodyPublishers.ofString(Asked.INITIALIZE)));
    }

    private static String raw(HttpServer server, String host, String header) throws Exception {
        return Asked.raw(
                server.address(),
                "POST /mcp HTTP/1.1\r\nHost: " + host + "\r\n" + header
                        + "\r\nContent-Type: application/json\r\nAccept: application/json, text/event-stream\r\n"
                        + "Connection: close\r\nContent-Length: " + Asked.INITIALIZE.length() + "\r\n\r\n"
                        + Asked.INITIALIZE);
    }
}
