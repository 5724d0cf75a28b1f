package io.icmpscope.mcp.server;

import io.icmpscope.mcp.call.Call;
import io.icmpscope.mcp.call.Progress;
import io.icmpscope.mcp.prompt.Prompts;
import io.icmpscope.mcp.resource.AppPage;
import io.icmpscope.mcp.resource.Resources;
import io.icmpscope.mcp.words.StoredText;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer.SyncSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Icon;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the server offers, whichever transport it is reached by. */
public final class IcmpServer {

    /** Under which name the transport hands a {@link Call} to the handlers. */
    public static final String CALL = "icmpscope.call";

    /** What we offer never changes while the server runs, so nobody hears of changes. */
    private static final ServerCapabilities CAPABILITIES = ServerCapabilities.builder()
            .tools(false)
            .prompts(false)
            .completions()
            .resources(false, false)
            .extensions(AppPage.EXTENSION)
            .build();

    private IcmpServer() {}

    /**
     * Sets what a server on one of our transports needs, whatever it offers.
     *
     * @param on the transport
     * @return the same, to be built with what it offers
     */
    public static SyncSpecification<?> prepared(SyncSpecification<?> on) {
        return on.jsonMapper(new ParamsMapper(McpJsonDefaults.getMapper()))
                .jsonSchemaValidator(new LateValidator())
                .immediateExecution(true); // on the threads of the transport, which are bounded
    }

    /**
     * Builds the server on a transport.
     *
     * @param on the transport, {@link #prepared}
     * @param options what is decided for all calls
     * @return the server
     */
    public static McpSyncServer build(SyncSpecification<?> on, ServerOptions options) {
        Workplaces workplaces = Workplaces.ofThisMachine();
        List<Icon> icons = Icons.all();
        return on.serverInfo(description(options, icons))
                .instructions(StoredText.of(IcmpServer.class, "instructions.md"))
                .capabilities(CAPABILITIES)
                .prompts(Prompts.all(icons))
                .completions(Prompts.completions(options.captures().access()))
                .resources(Resources.all(icons))
                .validateToolInputs(false) // our own words say what is wrong with an argument
                .tools(
                        tool(new AnalyzeTool(options, workplaces, Clock.systemUTC()), icons),
                        tool(new ListTool(options, workplaces), icons))
                .build();
    }

    private static Implementation description(ServerOptions options, List<Icon> icons) {
        return Implementation.builder("icmpscope", options.version())
                .title("icmpscope")
                .description("Says what the ICMP messages of packet captures tell.")
                .icons(icons)
                .build();
    }

    private static SyncToolSpecification tool(CaptureTool tool, List<Icon> icons) {
        return SyncToolSpecification.builder()
                .tool(withIcons(tool.description(), icons))
                .callHandler((exchange, request) -> call(tool, exchange, request))
                .build();
    }

    private static Tool withIcons(Tool tool, List<Icon> icons) {
        return new Tool(
                tool.name(),
                tool.title(),
                tool.description(),
                tool.inputSchema(),
                tool.outputSchema(),
                tool.annotations(),
                tool.meta(),
                icons);
    }

    /** A call that its client gave up has no answer, which for the SDK is null. */
    private static @Nullable CallToolResult call(
            CaptureTool tool, McpSyncServerExchange exchange, CallToolRequest request) {
        Map<String, Object> arguments = request.arguments();
        Call call = exchange.transportContext().get(CALL) instanceof Call known ? known : new Call();
        Object token = request.progressToken();
        if (token != null) {
            call.tell(progress -> exchange.progressNotification(notification(token, progress)));
        }
        boolean onPage = AppPage.isShownBy(exchange.getClientCapabilities());
        Answer answer = Answer.of(tool, arguments == null ? Map.of() : arguments, call, onPage);
        return call.end() == Call.End.CANCELLED ? null : answer.toProtocol();
    }

    private static ProgressNotification notification(Object token, Progress progress) {
        boolean known = progress.total() != Progress.UNKNOWN;
        return ProgressNotification.builder(token, (double) progress.before() + progress.bytes())
                .total(known ? (double) progress.before() + progress.total() : null)
                .message(progress.sentence())
                .build();
    }
}
