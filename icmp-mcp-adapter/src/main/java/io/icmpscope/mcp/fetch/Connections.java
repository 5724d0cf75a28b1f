package io.icmpscope.mcp.fetch;

import io.icmpscope.mcp.access.CaptureUrl;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;

/**
 * Connects to the addresses of a URL that were looked at, and to nothing else. Each connection has a client of its own, the
 * library's minimal one: it has no proxies, redirects, cookies, passwords and second tries, unpacks nothing and keeps nothing.
 */
final class Connections {

    private static final Http1Config LIMITS = Http1Config.custom()
            .setMaxLineLength(1 << 14)
            .setMaxHeaderCount(200)
            .build();

    private final Patience patience;
    private final TrustedHosts trusted;

    Connections(Patience patience, TrustedHosts trusted) {
        this.patience = patience;
        this.trusted = trusted;
    }

    CloseableHttpClient client(CaptureUrl url, Line line) {
        DefaultHttpClientConnectionOperator operator = new DefaultHttpClientConnectionOperator(
                proxy -> line.socket(),
                DefaultSchemePortResolver.INSTANCE,
                new Checked(url),
                scheme -> URIScheme.HTTPS.same(scheme) ? new DefaultClientTlsStrategy(context()) : null);
        BasicHttpClientConnectionManager connection = new BasicHttpClientConnectionManager(
                operator,
                ManagedHttpClientConnectionFactory.builder().http1Config(LIMITS).build());
        connection.setConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(timeout(patience.connect()))
                .setSocketTimeout(timeout(patience.idle()))
                .build());
        connection.setSocketConfig(
                SocketConfig.custom().setSoTimeout(timeout(patience.idle())).build());
        return HttpClients.createMinimal(connection);
    }

    private SSLContext context() {
        try {
            return trusted.context();
        } catch (NoSuchAlgorithmException noTls) {
            throw new IllegalStateException("this runtime has no TLS", noTls);
        }
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.ofMilliseconds(duration.toMillis());
    }

    /** Knows one host, by the addresses that were looked at. */
    private record Checked(CaptureUrl url) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            if (!host.equalsIgnoreCase(url.host())) {
                throw new UnknownHostException();
            }
            return url.addresses().toArray(InetAddress[]::new);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
