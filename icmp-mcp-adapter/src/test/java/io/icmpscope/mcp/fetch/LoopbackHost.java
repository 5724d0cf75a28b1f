package io.icmpscope.mcp.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server on 127.0.0.1 that answers as a test wants, byte by byte, and remembers what it was asked. */
public final class LoopbackHost implements Closeable {

    /** What it answers. */
    public interface Script {
        void answer(String path, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket door;
    private final Script script;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private LoopbackHost(ServerSocket door, Script script) {
        this.door = door;
        this.script = script;
    }

    public static LoopbackHost start(Script script) throws IOException {
        return start(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), script);
    }

    static LoopbackHost start(ServerSocket door, Script script) {
        LoopbackHost host = new LoopbackHost(door, script);
        Thread thread = new Thread(host::serve, "loopback host");
        thread.setDaemon(true);
        thread.start();
        return host;
    }

    /** A whole answer with a body. */
    public static byte[] ok(byte[] body, String... headers) {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n"
                + String.join("", List.of(headers).stream().map(h -> h + "\r\n").toList()) + "\r\n";
        byte[] answer = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(answer, answer.length + body.length);
        System.arraycopy(body, 0, all, answer.length, body.length);
        return all;
    }

    public static byte[] text(String answer) {
        return answer.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] redirect(String location) {
        return text("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n");
    }

    int port() {
        return door.getLocalPort();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** The heads of the requests, as they came. */
    public List<String> requests() {
        return requests;
    }

    List<String> paths() {
        return requests.stream().map(head -> head.split(" ")[1]).toList();
    }

    private void serve() {
        try {
            while (true) {
                Socket socket = door.accept();
                open.add(socket);
                Thread thread = new Thread(() -> serve(socket), "loopback answer");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String head = head(socket.getInputStream());
            if (!head.isEmpty()) {
                requests.add(head);
                script.answer(head.split(" ")[1], socket.getOutputStream());
            }
        } catch (IOException | InterruptedException clientIsGone) {
            // As some tests want.
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
