package io.icmpscope.mcp.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.mcp.access.ErrorCode;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** https: who is trusted, under which name. */
class SafeConnectionTest {
    private static final byte[] BODY = {1, 2, 3};
    private static final char[] PASSWORD = "password".toCharArray();

    @TempDir
    private static Path keys;

    private static SSLContext context;

    @TempDir
    private Path temporary;

    /** The JDK's own tool makes a certificate for capture.example that nobody but this test trusts. */
    @BeforeAll
    static void certificate() throws Exception {
        Path file = keys.resolve("keys");
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=capture.example",
                        "-ext",
                        "san=dns:capture.example",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD),
                        "-validity",
                        "2")
                .redirectErrorStream(true)
                .start();
        tool.getInputStream().readAllBytes();
        assertEquals(0, tool.waitFor());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, PASSWORD);
        TrustManagerFactory others = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        others.init(store);
        context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), others.getTrustManagers(), null);
    }

    @Test
    void aTrustedHostIsAskedUnderItsOwnName() throws Exception {
        try (LoopbackHost host = start()) {
            assertArrayEquals(BODY, fetching().trusting(context).bytes(url("capture.example", host)));
            assertEquals(1, host.requests().size());
        }
    }

    @Test
    void aCertificateForAnotherNameIsNotAccepted() throws Exception {
        try (LoopbackHost host = start()) {
            refused(fetching().trusting(context), url("other.example", host));
            refused(fetching().trusting(context), url("127.0.0.1", host));
            assertEquals(List.of(), host.requests());
        }
    }

    @Test
    void aCertificateThatTheSystemDoesNotTrustIsNotAccepted() throws Exception {
        try (LoopbackHost host = start()) {
            refused(fetching(), url("capture.example", host));
            assertEquals(List.of(), host.requests());
        }
    }

    @Test
    void aHostWithoutEncryptionIsNotAskedInTheOpen() throws Exception {
        try (LoopbackHost host = LoopbackHost.start((path, out) -> out.write(LoopbackHost.ok(BODY)))) {
            fetching().idle(Duration.ofSeconds(1)).refused(ErrorCode.TIMEOUT, url("capture.example", host));
            assertEquals(List.of(), host.requests());
        }
    }

    private void refused(Fetching fetching, String url) {
        String shown = url.substring(0, url.indexOf('?'));
        assertEquals(
                "Failed to download PCAP file '" + shown
                        + "': there is no safe connection to its host, whose certificate or encryption is not accepted",
                fetching.refused(ErrorCode.DOWNLOAD_FAILED, url).sentence());
    }

    private Fetching fetching() {
        return new Fetching(temporary).names((name, call) -> List.of(InetAddress.getByName("127.0.0.1")));
    }

    private static String url(String name, LoopbackHost host) {
        return "https://" + name + ":" + host.port() + "/a?secret";
    }

    private static LoopbackHost start() throws Exception {
        ServerSocket door =
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        return LoopbackHost.start(door, (path, out) -> out.write(LoopbackHost.ok(BODY)));
    }
}
