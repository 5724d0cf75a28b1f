package io.icmpscope.mcp.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.mcp.HandMade;
import io.icmpscope.mcp.Packed;
import io.icmpscope.mcp.access.AccessRules;
import io.icmpscope.mcp.access.ErrorCode;
import io.icmpscope.mcp.access.Refusal;
import io.icmpscope.mcp.call.Call;
import io.icmpscope.mcp.call.Progress;
import io.icmpscope.report.AnalysisOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes of a URL, by what its host does. */
class DownloadTest {
    private static final byte[] PING = HandMade.ping();

    @TempDir
    private Path temporary;

    @Test
    void aCaptureIsBroughtToAPrivateFileThatIsDeletedWhenItWasRead() throws Exception {
        try (LoopbackHost host = LoopbackHost.start((path, out) -> out.write(LoopbackHost.ok(PING)))) {
            Fetching fetching = new Fetching(temporary);
            Call call = new Call();
            LocatedCapture capture = fetching.locator().locate(host.url("/a.pcap?token=secret"), call);
            assertEquals(host.url("/a.pcap"), capture.name());
            assertArrayEquals(PING, Files.readAllBytes(capture.file()));
            assertEquals("rw-------", permissions(capture.file()));
            assertEquals("rwx------", permissions(capture.file().getParent()));
            assertEquals(
                    4,
                    capture.timeline(call).analyze(AnalysisOptions.defaults()).icmpPackets());
            capture.close();
            capture.close();
            fetching.nothingIsLeft();
            assertEquals(List.of("/a.pcap?token=secret"), host.paths());
        }
    }

    @Test
    void theHostLearnsNothingOfUsButThatWeAsk() throws Exception {
        try (LoopbackHost host = LoopbackHost.start((path, out) -> out.write(LoopbackHost.ok(PING)))) {
            new Fetching(temporary).bytes(host.url("/a.pcap#part"));
            assertEquals(
                    "GET /a.pcap HTTP/1.1\r\nAccept-Encoding: identity\r\nConnection: close\r\nUser-Agent: icmpscope\r\nHost: 127.0.0.1:"
                            + host.port() + "\r\n\r\n",
                    host.requests().get(0));
        }
    }

    @Test
    void theContentTellsTheFormatAndNotTheNameNorTheHost() throws Exception {
        byte[] gzip = gzip(PING);
        try (LoopbackHost host = LoopbackHost.start((path, out) -> out.write(
                switch (path) {
                    case "/gzip" -> LoopbackHost.ok(gzip, "Content-Encoding: gzip", "Content-Type: text/html");
                    case "/zstd.html" -> LoopbackHost.ok(Packed.bytes("ping4-clean.pcap.zst"));
                    default -> LoopbackHost.ok(LoopbackHost.text("<html>"));
                }))) {
            assertArrayEquals(gzip, new Fetching(temporary).bytes(host.url("/gzip")), "nobody unpacked it");
            assertEquals(4, found(host.url("/gzip")));
            assertEquals(22, found(host.url("/zstd.html")));
            assertArrayEquals(LoopbackHost.text("<html>"), new Fetching(temporary).bytes(host.url("/a.pcap")));
        }
    }

    @Test
    void theSchemeMayBeInCapitalsAndTheHostAnIpv6Address() throws Exception {
        try (LoopbackHost host = LoopbackHost.start((path, out) -> out.write(LoopbackHost.ok(PING)))) {
            assertArrayEquals(
                    PING, new Fetching(temporary).bytes("HTTP" + host.url("/a").substring(4)));
        }
        ServerSocket door;
        try {
            door = new ServerSocket(0, 50, InetAddress.getByName("::1"));
        } catch (IOException noIpv6) {
            return;
        }
        try (LoopbackHost host = LoopbackHost.start(door, (path, out) -> out.write(LoopbackHost.ok(PING)))) {
            assertArrayEquals(PING, new Fetching(temporary).bytes("http://[::1]:" + host.port()));
            assertEquals(List.of("/"), host.paths());
        }
    }

    @Test
    void aBodyWithoutALengthEndsWithTheConnectionOrItsLastChunk() throws Exception {
        try (LoopbackHost host = LoopbackHost.start((path, out) -> out.write(LoopbackHost.text(
                path.equals("/chunks")
                        ? "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
                        : "HTTP/1.0 200 OK\r\n\r\nabcde")))) {
            assertArrayEquals(LoopbackHost.text("abcde"), new Fetching(temporary).bytes(host.url("/chunks")));
            assertArrayEquals(LoopbackHost.text("abcde"), new Fetching(temporary).bytes(host.url("/old")));
        }
    }

    @Test
    void aHalfIsNotTakenForTheWhole() throws Exception {
        try (LoopbackHost host = LoopbackHost.start((path, out) -> out.write(LoopbackHost.text(
                switch (path) {
                    case "/length" -> "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc";
                    case "/chunk" -> "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc";
                    case "/chunks" -> "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n";
                    case "/head" -> "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n";
                    default -> "";
                })))) {
            for (String path : List.of("/length", "/chunk", "/chunks", "/head", "/nothing")) {
                assertEquals(
                        "Failed to download PCAP file '" + host.url(path)
                                + "': the connection ended before the whole capture had come; try again",
                        new Fetching(temporary)
                                .refused(ErrorCode.DOWNLOAD_FAILED, host.url(path))
                                .sentence());
            }
        }
    }

    @Test
    void whatIsNotHttpIsTold() throws Exception {
        try (LoopbackHost host = LoopbackHost.start((path, out) -> out.write(LoopbackHost.text(
                switch (path) {
                    case "/ssh" -> "SSH-2.0-secret\r\n".repeat(100);
                    case "/number" -> "HTTP/1.1 200 OK\r\nContent-Length: secret\r\n\r\nabc";
                    default -> "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nsecret\r\n";
                })))) {
            for (String path : List.of("/ssh", "/number", "/chunk")) {
                assertEquals(
                        "Failed to download PCAP file '" + host.url(path)
                                + "': the answer of its host is not valid HTTP, or its headers are too long",
                        new Fetching(temporary)
                                .refused(ErrorCode.DOWNLOAD_FAILED, host.url(path))
                                .sentence());
            }
        }
    }

    @Test
    void headersWithoutAnEndDoNotFillTheMemory() throws Exception {
        try (LoopbackHost host = LoopbackHost.start((path, out) -> {
            out.write(LoopbackHost.text("HTTP/1.1 200 OK\r\n"));
            endless(out, path.equals("/line") ? "x" : "x: y\r\n");
        })) {
            for (String path : List.of("/line", "/lines")) {
                Refusal refusal = new Fetching(temporary).refused(ErrorCode.DOWNLOAD_FAILED, host.url(path));
                assertTrue(refusal.sentence().endsWith("or its headers are too long"), refusal::sentence);
            }
        }
    }

    @Test
    void anotherStatusThan200IsTold() throws Exception {
        try (LoopbackHost host = LoopbackHost.start((path, out) -> out.write(
                LoopbackHost.text("HTTP/1.1 " + path.substring(1) + " secret\r\nContent-Length: 3\r\n\r\nabc")))) {
            for (int status : new int[] {201, 206, 204, 304, 300, 401, 403, 404, 407, 410, 429, 500, 503}) {
                Refusal refusal = new Fetching(temporary).refused(ErrorCode.DOWNLOAD_FAILED, host.url("/" + status));
                assertTrue(
                        refusal.sentence()
                                .startsWith("Failed to download PCAP file '" + host.url("/" + status)
                                        + "': its host answered with status " + status),
                        refusal::sentence);
            }
            assertEquals(13, host.requests().size(), "each was asked for once");
        }
    }

    @Test
    void aLongerFileThanAllowedIsRefusedBeforeItComesOrWhenItIsTooLong() throws Exception {
        AccessRules rules = new AccessRules(List.of(), true, true, 1000);
        try (LoopbackHost host = LoopbackHost.start((path, out) -> {
            switch (path) {
                case "/limit" -> out.write(LoopbackHost.ok(new byte[1000]));
                case "/more" -> out.write(LoopbackHost.text("HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n"));
                case "/liar" -> endless(out, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
                case "/chunks" -> {
                    out.write(LoopbackHost.text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
                    endless(out, "1\r\nx\r\n");
                }
                default -> {
                    out.write(LoopbackHost.text("HTTP/1.1 200 OK\r\n\r\n"));
                    endless(out, "x");
                }
            }
            Thread.sleep(60_000); // the answer is here, or never
        })) {
            Fetching fetching = new Fetching(temporary).rules(rules);
            assertEquals(1000, fetching.bytes(host.url("/limit")).length);
            assertEquals(5, fetching.bytes(host.url("/liar")).length, "what comes after its length is no part of it");
            for (String path : List.of("/more", "/chunks", "/endless")) {
                assertEquals(
                        "Failed to download PCAP file '" + host.url(path)
                                + "': it is longer than 0.0 MB, the limit of this server (--max-download);"
                                + " cut it with editcap first",
                        fetching.refused(ErrorCode.TOO_LARGE, host.url(path)).sentence());
            }
        }
    }

    @Test
    void aHostThatFallsSilentIsNotWaitedForLong() throws Exception {
        try (LoopbackHost host = LoopbackHost.start((path, out) -> {
            out.write(LoopbackHost.text(
                    switch (path) {
                        case "/head" -> "HTTP/1.1 200 ";
                        case "/body" -> "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc";
                        default -> "";
                    }));
            Thread.sleep(60_000);
        })) {
            for (String path : List.of("/silent", "/head", "/body")) {
                assertEquals(
                        "Failed to download PCAP file '" + host.url(path)
                                + "': its host sends nothing for 1 seconds; try again, or pass another place of the"
                                + " capture",
                        new Fetching(temporary)
                                .idle(Duration.ofMillis(200))
                                .refused(ErrorCode.TIMEOUT, host.url(path))
                                .sentence());
            }
        }
    }

    @Test
    void aHostThatDripsIsNotWaitedForLongerThanACallMayTake() throws Exception {
        try (LoopbackHost host = LoopbackHost.start((path, out) -> {
            if (path.equals("/body")) {
                out.write(LoopbackHost.text("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n"));
            }
            while (true) {
                out.write('H');
                Thread.sleep(20);
            }
        })) {
            for (String path : List.of("/body", "/head")) {
                Refusal refusal = new Fetching(temporary)
                        .refused(ErrorCode.TIMEOUT, host.url(path), new Call(Duration.ofMillis(300)));
                assertTrue(refusal.sentence().contains("it takes longer than a call may take"), refusal::sentence);
            }
        }
    }

    @Test
    void aClosedDoorIsTold() throws Exception {
        int port;
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = door.getLocalPort();
        }
        String url = "http://127.0.0.1:" + port + "/a";
        assertEquals(
                "Failed to download PCAP file '" + url + "': its host takes no connection; check the host and the port",
                new Fetching(temporary).refused(ErrorCode.DOWNLOAD_FAILED, url).sentence());
        assertTrue(new Fetching(temporary)
                .refused(ErrorCode.DOWNLOAD_FAILED, "http://nobody.example/a?secret")
                .sentence()
                .endsWith("its host is not known; check the name"));
    }

    @Test
    void progressIsTold() throws Exception {
        AtomicInteger told = new AtomicInteger();
        try (LoopbackHost host = LoopbackHost.start((path, out) -> {
            out.write(LoopbackHost.text("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n"));
            for (int bytes = 0; bytes < 1_000_000; bytes += 1000) {
                out.write(new byte[1000]);
                while (bytes >= 500_000 && bytes < 990_000 && told.get() == 0) {
                    bytes += 1000;
                    out.write(new byte[1000]);
                    Thread.sleep(10);
                }
            }
        })) {
            Call call = new Call();
            List<Progress> heard = new CopyOnWriteArrayList<>();
            call.tell(progress -> {
                heard.add(progress);
                told.incrementAndGet();
            });
            assertTimeoutPreemptively(
                    Fetching.HANG,
                    () -> new Fetching(temporary)
                            .locator()
                            .locate(host.url("/"), call)
                            .close());
            assertEquals("Downloading", heard.get(0).doing());
            assertEquals(1_000_000, heard.get(0).total());
            assertTrue(heard.get(0).bytes() > 500_000, heard::toString);
        }
    }

    @Test
    void proxiesOfTheSystemAreNotUsed() throws Exception {
        List<String> names = List.of("http.proxyHost", "http.proxyPort", "socksProxyHost", "socksProxyPort");
        try (LoopbackHost proxy = LoopbackHost.start((path, out) -> out.write(LoopbackHost.ok(new byte[0])));
                LoopbackHost host = LoopbackHost.start((path, out) -> out.write(LoopbackHost.ok(PING)))) {
            for (String name : names) {
                String port = Integer.toString(proxy.port());
                System.setProperty(name, name.toLowerCase(Locale.ROOT).endsWith("port") ? port : "127.0.0.1");
            }
            System.setProperty("http.nonProxyHosts", "");
            Fetching fetching =
                    new Fetching(temporary).names((name, call) -> List.of(InetAddress.getByName("127.0.0.1")));
            assertArrayEquals(PING, fetching.bytes("http://capture.example:" + host.port() + "/"));
            assertEquals(List.of(), proxy.requests());
        } finally {
            names.forEach(System::clearProperty);
            System.clearProperty("http.nonProxyHosts");
        }
    }

    @Test
    void urlsMayBeForbidden() throws Exception {
        try (LoopbackHost host = LoopbackHost.start((path, out) -> out.write(LoopbackHost.ok(PING)))) {
            assertEquals(
                    "Failed to download PCAP file '" + host.url("/a")
                            + "': this server opens no URLs; download the file and pass its absolute path",
                    new Fetching(temporary)
                            .rules(new AccessRules(List.of(), false, true, 1000))
                            .refused(ErrorCode.NOT_ALLOWED, host.url("/a?secret"))
                            .sentence());
            assertEquals(List.of(), host.requests());
        }
    }

    @Test
    void aFullDiskIsOurFault() throws Exception {
        Path file = Files.createFile(temporary.resolve("file"));
        CaptureLocator locator = new CaptureLocator(
                new AccessRules(List.of(), true, true, 1000),
                (name, call) -> List.of(),
                Patience.USUAL,
                SSLContext::getDefault,
                new DownloadDirectory(file));
        try (LoopbackHost host = LoopbackHost.start((path, out) -> out.write(LoopbackHost.ok(PING)))) {
            Refusal refusal = assertThrows(Refusal.class, () -> locator.locate(host.url("/a?secret"), new Call()));
            assertEquals(ErrorCode.INTERNAL, refusal.code());
            assertFalse(refusal.sentence().contains(temporary.toString()), refusal::sentence);
        }
    }

    private long found(String url) throws Exception {
        Call call = new Call();
        try (LocatedCapture capture = new Fetching(temporary).locator().locate(url, call)) {
            return capture.timeline(call).analyze(AnalysisOptions.defaults()).icmpPackets();
        }
    }

    private static void endless(OutputStream out, String what) throws IOException {
        byte[] many = LoopbackHost.text(what.repeat(1000));
        while (true) {
            out.write(many);
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
