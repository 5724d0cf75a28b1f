package io.icmpscope.mcp.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A client of the server under test that says exactly what a test wants. */
final class Asked {

    static final String INITIALIZE =
            "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\","
                    + "\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}}";
    static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI address;
    private final String session;

    private Asked(URI address, String session) {
        this.address = address;
        this.session = session;
    }

    /** A client after its handshake. */
    static Asked welcomed(URI address) throws Exception {
        HttpResponse<String> welcome = send(request(address).POST(BodyPublishers.ofString(INITIALIZE)));
        Asked client = new Asked(
                address, welcome.headers().firstValue("Mcp-Session-Id").orElseThrow());
        client.post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        return client;
    }

    static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream");
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String body) throws Exception {
        return send(mine().POST(BodyPublishers.ofString(body)));
    }

    CompletableFuture<HttpResponse<Stream<String>>> stream(String body) {
        return CLIENT.sendAsync(mine().POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofLines());
    }

    HttpResponse<String> delete() throws Exception {
        return send(mine().DELETE());
    }

    HttpRequest.Builder mine() {
        return request(address).header("Mcp-Session-Id", session);
    }

    String session() {
        return session;
    }

    /** Sends bytes as they are, and gives all that comes back until the server closes, or resets for what it left unread. */
    static String raw(URI address, String bytes) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = open(address)) {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getInputStream().transferTo(answer);
        } catch (SocketException reset) {
            // what came before it counts
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    static Socket open(URI address) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort());
        socket.setSoTimeout(60_000);
        return socket;
    }
}
