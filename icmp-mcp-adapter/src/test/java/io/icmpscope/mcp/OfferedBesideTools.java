package io.icmpscope.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.mcp.json.SchemaJson;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CompleteRequest;
import io.modelcontextprotocol.spec.McpSchema.CompleteRequest.CompleteArgument;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult.CompleteCompletion;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.Icon;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptReference;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the server offers beside its tools, as a client finds it on whatever transport. */
final class OfferedBesideTools {

    private static final String DIAGNOSTICS = "icmp_network_diagnostics";

    private OfferedBesideTools() {}

    /** Asks for all of it. */
    static void check(McpSyncClient client, Path capture) throws Exception {
        capabilities(client);
        icons(client);
        prompts(client, capture);
        completion(client, capture);
        resources(client);
    }

    private static void capabilities(McpSyncClient client) {
        ServerCapabilities has = client.getServerCapabilities();
        assertEquals(false, has.prompts().listChanged());
        assertEquals(false, has.resources().listChanged());
        assertEquals(false, has.resources().subscribe());
        assertTrue(has.completions() != null, "it completes arguments");
        String instructions = client.getServerInstructions();
        assertTrue(instructions.contains("`analyze_icmp_packets` first"), instructions);
        assertTrue(instructions.length() < 2_500, "a model reads them in every conversation");
    }

    private static void icons(McpSyncClient client) {
        assertEquals("icmpscope", client.getServerInfo().title());
        icons(client.getServerInfo().icons());
        for (Tool tool : client.listTools().tools()) {
            icons(tool.icons());
        }
    }

    private static void icons(List<Icon> icons) {
        assertEquals(
                List.of("image/svg+xml", "image/png"),
                icons.stream().map(Icon::mimeType).toList());
        int length = 0;
        for (Icon icon : icons) {
            assertTrue(icon.src().startsWith("data:" + icon.mimeType() + ";base64,"), icon::src);
            length += icon.src().length();
        }
        assertTrue(length < 2_048, "length " + length);
    }

    private static void prompts(McpSyncClient client, Path capture) {
        Set<String> names =
                client.listPrompts().prompts().stream().map(Prompt::name).collect(Collectors.toSet());
        assertEquals(Set.of(DIAGNOSTICS, "icmp_security_analysis", "icmp_forensic_investigation"), names);
        for (String name : names) {
            var request = GetPromptRequest.builder(name)
                    .arguments(Map.of("pcap_file", capture.toString()))
                    .build();
            TextContent text =
                    (TextContent) client.getPrompt(request).messages().get(0).content();
            assertTrue(text.text().contains("{\"pcap_file\":\"" + capture + "\"}\n"), text::text);
        }
        var unknown =
                GetPromptRequest.builder("no_such_prompt").arguments(Map.of()).build();
        assertEquals(-32602, code(() -> client.getPrompt(unknown)));
    }

    private static void completion(McpSyncClient client, Path capture) {
        String typed = capture.toString().substring(0, capture.toString().length() - 3);
        var request = CompleteRequest.builder(
                        new PromptReference(DIAGNOSTICS), new CompleteArgument("pcap_file", typed))
                .build();
        CompleteCompletion offered = client.completeCompletion(request).completion();
        assertEquals(List.of(capture.toString()), offered.values());
        assertEquals(1, offered.total());
        assertEquals(false, offered.hasMore());
    }

    private static void resources(McpSyncClient client) throws Exception {
        List<Resource> resources = client.listResources().resources();
        assertEquals(
                Set.of(
                        "icmpscope://schema/result",
                        "icmpscope://tables/icmp-types",
                        "icmpscope://tables/findings",
                        "ui://icmpscope/report"),
                resources.stream().map(Resource::uri).collect(Collectors.toSet()));
        for (Resource resource : resources) {
            assertTrue(read(client, resource.uri()).text().length() > 1_000, resource::uri);
            assertEquals(0.3, resource.annotations().priority());
        }
        String schema = read(client, "icmpscope://schema/result").text();
        Map<?, ?> read = McpJsonDefaults.getMapper().readValue(schema, Map.class);
        assertEquals(SchemaJson.result().get("properties"), read.get("properties"));
        assertEquals(-32002, code(() -> read(client, "icmpscope://tables/none")));
        assertEquals(-32002, code(() -> read(client, "file:///etc/passwd")));
    }

    private static TextResourceContents read(McpSyncClient client, String uri) {
        return (TextResourceContents)
                client.readResource(ReadResourceRequest.builder(uri).build())
                        .contents()
                        .get(0);
    }

    private static int code(Runnable asked) {
        return assertThrows(McpError.class, asked::run).getJsonRpcError().code();
    }
}
