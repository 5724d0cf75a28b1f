package io.icmpscope.mcp.http;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the server listens, and to whom. Immutable.
 *
 * @param host the name or address to listen at, as typed
 * @param address what it stands for
 * @param port the port, 0 to 65535; 0 is any free one
 * @param names the names, beside this machine's own for itself, by which clients may call the server
 * @param token what each request must bring; needed unless only this machine can reach the address
 */
public record HttpOptions(
        String host,
        InetAddress address,
        int port,
        List<String> names,
        @Nullable BearerToken token) {

    /** Checks and copies. */
    public HttpOptions {
        names = List.copyOf(names);
        if (token == null && !address.isLoopbackAddress()) {
            throw new IllegalArgumentException("no token for " + address);
        }
    }

    /** The host as it stands in a URL. */
    String hostInUrl() {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
