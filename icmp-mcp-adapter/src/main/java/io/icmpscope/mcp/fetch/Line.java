package io.icmpscope.mcp.fetch;

import io.icmpscope.mcp.call.Call;
import java.io.Closeable;
import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * What a question goes over: sockets, one after the other for the addresses of a host. Whoever gives the call up closes them,
 * and with that whatever waits for them: connecting, a handshake, the next byte.
 */
final class Line implements Closeable {

    private @Nullable Socket socket;
    private boolean cut;

    Line(Call call) {
        call.onStop(this::close);
    }

    /**
     * Gives a socket to connect.
     *
     * @throws CancellationException when the call was given up
     */
    synchronized Socket socket() {
        if (cut) {
            throw new CancellationException("given up");
        }
        Socket next = new Socket(Proxy.NO_PROXY); // whatever the system says of proxies
        socket = next;
        return next;
    }

    @Override
    public synchronized void close() {
        cut = true;
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException closed) {
            // It is of no use any more.
        }
    }
}
