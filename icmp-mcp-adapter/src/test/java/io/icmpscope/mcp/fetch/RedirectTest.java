package io.icmpscope.mcp.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.mcp.access.AccessRules;
import io.icmpscope.mcp.access.ErrorCode;
import io.icmpscope.mcp.access.Refusal;
import io.icmpscope.mcp.call.Call;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Redirects, which are followed by hand, and the addresses that are connected to. */
class RedirectTest {
    private static final byte[] BODY = {1, 2, 3};

    @TempDir
    private Path temporary;

    @Test
    void fiveRedirectsAreFollowedAndNotSix() throws Exception {
        try (LoopbackHost host = countdown("/")) {
            Fetching fetching = new Fetching(temporary);
            assertArrayEquals(BODY, fetching.bytes(host.url("/5")));
            assertEquals(List.of("/5", "/4", "/3", "/2", "/1", "/0"), host.paths());
            Refusal refusal = fetching.refused(ErrorCode.DOWNLOAD_FAILED, host.url("/6"));
            assertEquals(
                    "Failed to download PCAP file '" + host.url("/6")
                            + "': it redirects more than 5 times; pass the URL that it leads to",
                    refusal.sentence());
            assertEquals(12, host.requests().size());
        }
    }

    @Test
    void everyKindOfRedirectIsFollowedAndItsBodyIsNotKept() throws Exception {
        for (int status : new int[] {301, 302, 303, 307, 308}) {
            try (LoopbackHost host = LoopbackHost.start((path, out) -> out.write(
                    path.equals("/")
                            ? LoopbackHost.text("HTTP/1.1 " + status
                                    + " Elsewhere\r\nLocation: b\r\nContent-Length: 9\r\n\r\nsomething")
                            : LoopbackHost.ok(BODY)))) {
                assertArrayEquals(BODY, new Fetching(temporary).bytes(host.url("/")));
            }
        }
    }

    @Test
    void aRelativeLocationIsResolvedAsRfc3986Says() throws Exception {
        List<String> seen = new ArrayList<>();
        for (String location :
                List.of("b", "./b", "../b", "/b", "?b", "//127.0.0.1:PORT/b", "http://127.0.0.1:PORT/b")) {
            try (LoopbackHost host = LoopbackHost.start((path, out) -> out.write(
                    path.contains("b") ? LoopbackHost.ok(BODY) : LoopbackHost.redirect(location(location, path))))) {
                String first = host.url("/x/y/a?port=" + host.port());
                assertArrayEquals(BODY, new Fetching(temporary).bytes(first), location);
                seen.add(host.paths().get(1));
            }
        }
        assertEquals(List.of("/x/y/b", "/x/y/b", "/x/b", "/b", "/x/y/a?b", "/b", "/b"), seen);
    }

    @Test
    void aPrivateHostIsRefusedAndNotAsked() throws Exception {
        AccessRules strict = new AccessRules(List.of(), true, false, 1000);
        try (LoopbackHost inside = LoopbackHost.start((path, out) -> out.write(LoopbackHost.ok(BODY)))) {
            assertEquals(
                    "Failed to download PCAP file '" + inside.url("/a") + "': it leads to an address that is not in"
                            + " the public Internet, which this server opens only when started with"
                            + " --allow-private-urls",
                    new Fetching(temporary)
                            .rules(strict)
                            .refused(ErrorCode.NOT_ALLOWED, inside.url("/a"))
                            .sentence());
            assertEquals(List.of(), inside.requests());
        }
    }

    @Test
    void aRedirectToSomethingElseIsRefused() throws Exception {
        for (String location : List.of(
                "file:///etc/passwd?secret",
                "ftp://127.0.0.1/secret",
                "http://secret@127.0.0.1/",
                "http://0177.0.0.1/secret",
                "http://2130706433/secret",
                "http:secret",
                "http://127.0.0.1:0/secret")) {
            try (LoopbackHost host = LoopbackHost.start((path, out) -> out.write(LoopbackHost.redirect(location)))) {
                Refusal refusal = new Fetching(temporary).refused(ErrorCode.NOT_ALLOWED, host.url("/"));
                assertTrue(refusal.sentence().contains("it redirects to a URL that "), refusal::sentence);
            }
        }
    }

    @Test
    void aRedirectToNowhereIsRefused() throws Exception {
        for (String answer : List.of("Location: ", "Location: http://[secret", "Location: a b", "X: y")) {
            try (LoopbackHost host = LoopbackHost.start((path, out) -> out.write(
                    LoopbackHost.text("HTTP/1.1 302 Found\r\n" + answer + "\r\nContent-Length: 0\r\n\r\n")))) {
                assertEquals(
                        "Failed to download PCAP file '" + host.url("/")
                                + "': its host redirects without saying properly where to",
                        new Fetching(temporary)
                                .refused(ErrorCode.DOWNLOAD_FAILED, host.url("/"))
                                .sentence());
            }
        }
    }

    @Test
    void aHostWithOneAddressThatIsNotAllowedIsNotAskedAtAny() throws Exception {
        try (LoopbackHost host = LoopbackHost.start((path, out) -> out.write(LoopbackHost.ok(BODY)))) {
            new Fetching(temporary)
                    .rules(new AccessRules(List.of(), true, false, 1000))
                    .names((name, call) ->
                            List.of(InetAddress.getByName("1.1.1.1"), InetAddress.getByName("127.0.0.1")))
                    .refused(ErrorCode.NOT_ALLOWED, "http://capture.example:" + host.port() + "/");
            assertEquals(List.of(), host.requests());
        }
    }

    @Test
    void theAddressThatWasLookedAtIsConnectedToAndNoneThatIsFoundLater() throws Exception {
        List<String> asked = new ArrayList<>();
        try (LoopbackHost host = LoopbackHost.start((path, out) -> out.write(LoopbackHost.ok(BODY)))) {
            String url = "http://capture.example:" + host.port() + "/";
            Fetching fetching = new Fetching(temporary).names((name, call) -> {
                asked.add(name);
                return List.of(InetAddress.getByName(asked.size() == 1 ? "::1" : "127.0.0.1"));
            });
            fetching.refused(ErrorCode.DOWNLOAD_FAILED, url);
            assertEquals(List.of(), host.requests(), "nobody listens on ::1");
            assertEquals(List.of("capture.example"), asked);
            assertArrayEquals(BODY, fetching.bytes(url));
            assertTrue(host.requests().get(0).contains("Host: capture.example:" + host.port()), "it is asked by name");
        }
    }

    @Test
    void theNextAddressIsTriedWhenOneTakesNoConnection() throws Exception {
        try (LoopbackHost host = LoopbackHost.start((path, out) -> out.write(LoopbackHost.ok(BODY)))) {
            assertArrayEquals(
                    BODY,
                    new Fetching(temporary)
                            .names((name, call) ->
                                    List.of(InetAddress.getByName("::1"), InetAddress.getByName("127.0.0.1")))
                            .bytes("http://capture.example:" + host.port() + "/"));
        }
    }

    @Test
    void theSystemKnowsTheAddressesOfHosts() throws Exception {
        assertTrue(
                new SystemNames().addresses("localhost", new Call()).stream().allMatch(InetAddress::isLoopbackAddress));
    }

    /** Redirects from n to n - 1. */
    private static LoopbackHost countdown(String base) throws Exception {
        return LoopbackHost.start((path, out) -> {
            int left = Integer.parseInt(path.substring(1));
            out.write(left == 0 ? LoopbackHost.ok(BODY) : LoopbackHost.redirect(base + (left - 1)));
        });
    }

    private static String location(String template, String path) {
        return template.replace("PORT", path.substring(path.indexOf('=') + 1));
    }
}
