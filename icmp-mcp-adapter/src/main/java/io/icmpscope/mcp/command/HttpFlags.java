package io.icmpscope.mcp.command;

import io.icmpscope.mcp.http.BearerToken;
import io.icmpscope.mcp.http.HttpOptions;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How the server is reached. */
final class HttpFlags {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int PORT = 8080;
    private static final int MOST_PORT = 65_535;

    /** What carries the messages. */
    enum Transport {
        /** Standard input and output. */
        stdio,
        /** Streamable HTTP. */
        http
    }

    @Option(
            names = "--transport",
            paramLabel = "NAME",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            defaultValue = "stdio")
    private Transport transport = Transport.stdio;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "Listen at this address (default: " + LOOPBACK
                    + "). Where other machines may reach it, a token is needed.")
    private @Nullable String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Listen at this port; 0 is any free one (default: " + PORT + ").")
    private @Nullable Integer port;

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            description = "Clients may call the server by this name, too; may be given several times.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Each request must bring the bearer token in the first line of this file. The variable "
                    + TokenSource.VARIABLE + " may hold it instead.")
    private @Nullable Path tokenFile;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    /**
     * Checks them and puts them together.
     *
     * @param variable what the environment has for a token
     * @param hasRoots whether the server knows what it may open
     * @param err where to warn
     * @return how to listen, or null for standard input and output
     */
    @Nullable
    HttpOptions options(@Nullable String variable, boolean hasRoots, PrintWriter err) {
        if (transport == Transport.stdio) {
            if (host != null || port != null || tokenFile != null || !names.isEmpty()) {
                throw wrongUsage("--host, --port, --allow-host and --token-file go with --transport http only");
            }
            return null;
        }
        if (!hasRoots) {
            throw wrongUsage("--transport http needs --root and the directory that clients may open captures in");
        }
        int number = port == null ? PORT : port;
        if (number < 0 || number > MOST_PORT) {
            throw wrongUsage("--port must be 0 to " + MOST_PORT + ", not " + number);
        }
        String place = host == null ? LOOPBACK : host;
        InetAddress address = address(place);
        BearerToken token = token(variable, err);
        if (token == null && !address.isLoopbackAddress()) {
            throw wrongUsage("other machines may reach " + place + ": give a token with --token-file or "
                    + TokenSource.VARIABLE + ", or listen at " + LOOPBACK);
        }
        return new HttpOptions(place, address, number, names, token);
    }

    private InetAddress address(String place) {
        try {
            return InetAddress.getByName(place);
        } catch (UnknownHostException unknown) {
            throw wrongUsage("--host must be an address or a name of this machine, not " + place);
        }
    }

    private @Nullable BearerToken token(@Nullable String variable, PrintWriter err) {
        try {
            return TokenSource.token(tokenFile, variable, err);
        } catch (IllegalArgumentException unfit) {
            throw wrongUsage(String.valueOf(unfit.getMessage()));
        }
    }

    private ParameterException wrongUsage(String sentence) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), sentence);
    }
}
