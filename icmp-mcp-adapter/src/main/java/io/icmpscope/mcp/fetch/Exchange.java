package io.icmpscope.mcp.fetch;

import io.icmpscope.mcp.access.CaptureUrl;
import io.icmpscope.mcp.access.ErrorCode;
import io.icmpscope.mcp.access.Refusal;
import io.icmpscope.mcp.call.Call;
import io.icmpscope.mcp.call.Progress;
import io.icmpscope.mcp.words.Figures;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/** One question to one host, on a connection of its own. Thread-safe. */
final class Exchange {

    private static final int BUFFER = 1 << 16;

    private final Connections connections;
    private final long mostBytes;

    /**
     * Begins to ask.
     *
     * @param connections how to connect
     * @param mostBytes how long an answer may be
     */
    Exchange(Connections connections, long mostBytes) {
        this.connections = connections;
        this.mostBytes = mostBytes;
    }

    /**
     * What a host answered.
     *
     * @param isRedirect whether it points elsewhere; otherwise its whole body was written
     * @param location where it points, or null
     */
    record Reply(boolean isRedirect, @Nullable String location) {}

    /**
     * Asks.
     *
     * @param body receives the body as it came: unpacked by nobody
     * @throws Refusal when the answer is none that can be used
     * @throws IOException when there is no whole answer
     */
    Reply get(CaptureUrl url, OutputStream body, Call call) throws IOException, Refusal {
        Line line = new Line(call);
        CloseableHttpClient client = connections.client(url, line);
        try {
            return answer(url, client.executeOpen(host(url), request(url), null), body, call);
        } finally {
            // In this order, and without closing the answer: that would read the rest of it, if there is an end to it.
            line.close();
            client.close(CloseMode.IMMEDIATE);
        }
    }

    private Reply answer(CaptureUrl url, ClassicHttpResponse response, OutputStream body, Call call)
            throws IOException, Refusal {
        if (isRedirect(response.getCode())) {
            Header location = response.getFirstHeader(HttpHeaders.LOCATION);
            return new Reply(true, location == null ? null : location.getValue());
        }
        if (response.getCode() != HttpStatus.SC_OK) {
            throw Refusal.download(ErrorCode.DOWNLOAD_FAILED, url.given(), status(response.getCode()));
        }
        HttpEntity entity = response.getEntity();
        if (entity != null) {
            receive(url, entity, body, call);
        }
        return new Reply(false, null);
    }

    private void receive(CaptureUrl url, HttpEntity entity, OutputStream body, Call call) throws IOException, Refusal {
        long length = entity.getContentLength();
        if (length > mostBytes) {
            throw tooLarge(url);
        }
        call.begin("Downloading", length < 0 ? Progress.UNKNOWN : length);
        InputStream content = entity.getContent();
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            bytes += read;
            if (bytes > mostBytes) {
                throw tooLarge(url);
            }
            keep(body, buffer, read);
            call.at(bytes);
        }
    }

    private static void keep(OutputStream body, byte[] buffer, int length) throws DiskException {
        try {
            body.write(buffer, 0, length);
        } catch (IOException full) {
            throw new DiskException(full);
        }
    }

    private Refusal tooLarge(CaptureUrl url) {
        return Refusal.download(
                ErrorCode.TOO_LARGE,
                url.given(),
                "it is longer than " + Figures.megabytes(mostBytes) + ", the limit of this server (--max-download);"
                        + " cut it with editcap first");
    }

    private static String status(int code) {
        return "its host answered with status " + code
                + switch (code) {
                    case HttpStatus.SC_UNAUTHORIZED, HttpStatus.SC_FORBIDDEN ->
                        ", it does not give the capture to everyone; download it yourself and pass its absolute path";
                    case HttpStatus.SC_NOT_FOUND, HttpStatus.SC_GONE -> ", there is no such capture; check the URL";
                    default -> "; try again, or download it yourself and pass its absolute path";
                };
    }

    private static boolean isRedirect(int code) {
        return switch (code) {
            case HttpStatus.SC_MOVED_PERMANENTLY,
                    HttpStatus.SC_MOVED_TEMPORARILY,
                    HttpStatus.SC_SEE_OTHER,
                    HttpStatus.SC_TEMPORARY_REDIRECT,
                    HttpStatus.SC_PERMANENT_REDIRECT -> true;
            default -> false;
        };
    }

    private static HttpHost host(CaptureUrl url) {
        return new HttpHost(url.uri().getScheme(), url.host(), url.uri().getPort());
    }

    private static ClassicHttpRequest request(CaptureUrl url) {
        URI uri = url.uri();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        ClassicHttpRequest request = new BasicClassicHttpRequest(Method.GET, host(url), path + query);
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        request.setHeader(HttpHeaders.CONNECTION, "close");
        request.setHeader(HttpHeaders.USER_AGENT, "icmpscope");
        return request;
    }
}
