package io.icmpscope.mcp.server;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServer.SyncSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.Function;

/** The MCP server on standard input and output. */
public final class StdioServer {

    private StdioServer() {}

    /**
     * Serves one client until its input ends and every call is answered.
     *
     * @param in what the client sends
     * @param out what the client reads, and nobody else writes to
     * @param options what is decided for all calls
     * @throws IOException when the input cannot be read
     */
    public static void serve(InputStream in, OutputStream out, ServerOptions options) throws IOException {
        serve(in, out, options.timeout(), on -> IcmpServer.build(on, options));
    }

    /**
     * Serves one client until its input ends and every call is answered.
     *
     * @param in what the client sends
     * @param out what the client reads, and nobody else writes to
     * @param timeout how long a call may take
     * @param offer what the server offers
     * @throws IOException when the input cannot be read
     */
    public static void serve(
            InputStream in, OutputStream out, Duration timeout, Function<SyncSpecification<?>, McpSyncServer> offer)
            throws IOException {
        McpJsonMapper mapper = McpJsonDefaults.getMapper();
        StdioTransport transport = new StdioTransport(mapper, in, out, timeout);
        McpSyncServer server = offer.apply(McpServer.sync(transport)
                .jsonMapper(new ParamsMapper(mapper))
                .immediateExecution(true)); // on the threads of the transport, which are bounded
        transport.serve();
        server.closeGracefully();
    }
}
