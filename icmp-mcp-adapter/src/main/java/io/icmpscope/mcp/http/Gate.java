package io.icmpscope.mcp.http;

import io.modelcontextprotocol.server.transport.DefaultServerTransportSecurityValidator;
import io.modelcontextprotocol.server.transport.HeaderAccessor;
import io.modelcontextprotocol.server.transport.ServerHttpHeaderValidator;
import io.modelcontextprotocol.server.transport.ServerTransportSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who calls the server by a name that it has, comes from no foreign web page, and brings the token.
 *
 * <p>A page in a browser can reach what this machine alone should reach, by a name of its own that resolves to
 * 127.0.0.1: the checks of Host and Origin are what stops it.
 */
final class Gate extends Handler.Wrapper {

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");
    private static final int HTTP_PORT = 80;

    private final ServerHttpHeaderValidator names;
    private final @Nullable BearerToken token;

    Gate(HttpOptions options, int port, Handler inside) {
        super(inside);
        this.names = names(options, port);
        this.token = options.token();
    }

    private static ServerHttpHeaderValidator names(HttpOptions options, int port) {
        var allowed = DefaultServerTransportSecurityValidator.builder();
        Stream<String> own = Stream.concat(LOOPBACK.stream(), Stream.of(small(options.hostInUrl())));
        own.distinct().forEach(name -> {
            allowed.allowedHost(name + ":" + port).allowedOrigin("http://" + name + ":" + port);
            if (port == HTTP_PORT) {
                allowed.allowedHost(name).allowedOrigin("http://" + name);
            }
        });
        for (String given : options.names()) { // at any port, since a proxy may stand before us
            String name = small(given);
            allowed.allowedHost(name + ":*")
                    .allowedOrigin("http://" + name + ":*")
                    .allowedOrigin("https://" + name + ":*");
        }
        return allowed.build();
    }

    /** In names of hosts case does not matter: RFC 9110, section 4.2.3. */
    private static String small(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        HttpFields headers = request.getHeaders();
        int status = refusal(headers);
        if (status == HttpStatus.OK_200) {
            return super.handle(request, response, callback);
        }
        if (status == HttpStatus.UNAUTHORIZED_401) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
        }
        Reply.refusal(response, callback, status, sentence(status));
        return true;
    }

    private int refusal(HttpFields headers) {
        try {
            names.validate(new Headers(headers));
        } catch (ServerTransportSecurityException refused) {
            return refused.getStatusCode();
        }
        if (headers.getValuesList(HttpHeader.ORIGIN).size() > 1) { // only the first was looked at
            return HttpStatus.FORBIDDEN_403;
        }
        boolean known = token == null || token.isIn(headers.get(HttpHeader.AUTHORIZATION));
        return known ? HttpStatus.OK_200 : HttpStatus.UNAUTHORIZED_401;
    }

    private static String sentence(int status) {
        return switch (status) {
            case HttpStatus.FORBIDDEN_403 -> "Web pages of this origin may not call the server";
            case HttpStatus.UNAUTHORIZED_401 -> "The bearer token is missing, or it is another";
            default -> "The server does not know this name as its own; start it with --allow-host and the name";
        };
    }

    /** In small letters like the names that are allowed: only names of hosts are looked at. */
    private record Headers(HttpFields fields) implements HeaderAccessor {
        @Override
        public List<String> getHeader(String name) {
            return fields.getValuesList(name).stream().map(Gate::small).toList();
        }

        @Override
        public List<String> getHeaderNames() {
            return List.copyOf(fields.getFieldNamesCollection());
        }
    }
}
