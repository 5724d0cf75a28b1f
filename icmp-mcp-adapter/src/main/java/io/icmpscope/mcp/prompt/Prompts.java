package io.icmpscope.mcp.prompt;

import io.icmpscope.mcp.access.CaptureAccess;
import io.modelcontextprotocol.server.McpServerFeatures.SyncCompletionSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CompleteRequest;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.Icon;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.PromptReference;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The prompts as the server offers them. */
public final class Prompts {

    private Prompts() {}

    /**
     * Gives the prompts.
     *
     * @param icons what a client may show beside each
     * @return what to register
     */
    public static List<SyncPromptSpecification> all(List<Icon> icons) {
        return Arrays.stream(Investigation.values())
                .map(one ->
                        new SyncPromptSpecification(describe(one, icons), (exchange, request) -> answer(one, request)))
                .toList();
    }

    /**
     * Gives the completion of the argument of each prompt.
     *
     * @param access which captures may be offered
     * @return what to register
     */
    public static List<SyncCompletionSpecification> completions(CaptureAccess access) {
        return Arrays.stream(Investigation.values())
                .map(one -> new SyncCompletionSpecification(
                        new PromptReference(one.promptName()), (exchange, request) -> complete(request, access)))
                .toList();
    }

    private static Prompt describe(Investigation one, List<Icon> icons) {
        PromptArgument file = PromptArgument.builder(Opening.PCAP_FILE)
                .title("Capture file")
                .description("Absolute path of the capture on the server's machine, or its http or https URL."
                        + " Without it the model asks.")
                .required(false)
                .build();
        return Prompt.builder(one.promptName())
                .title(one.title())
                .description(one.description())
                .arguments(List.of(file))
                .icons(icons)
                .build();
    }

    private static GetPromptResult answer(Investigation one, GetPromptRequest request) {
        Map<String, Object> arguments = request.arguments();
        Object file = arguments == null ? null : arguments.get(Opening.PCAP_FILE);
        if (file != null && !(file instanceof String)) {
            throw McpError.builder(ErrorCodes.INVALID_PARAMS)
                    .message("pcap_file must be a string: the absolute path or the http(s) URL of a capture file")
                    .build();
        }
        String text = Opening.of(file == null ? "" : (String) file) + "\n" + one.instructions();
        PromptMessage message = PromptMessage.builder(
                        Role.USER, TextContent.builder(text).build())
                .build();
        return GetPromptResult.builder(List.of(message))
                .description(one.description())
                .build();
    }

    private static CompleteResult complete(CompleteRequest request, CaptureAccess access) {
        String typed = request.argument().value();
        return CaptureCompletion.of(typed == null ? "" : typed, access);
    }
}
