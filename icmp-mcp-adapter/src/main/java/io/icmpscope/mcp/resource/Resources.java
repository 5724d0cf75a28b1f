package io.icmpscope.mcp.resource;

import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.spec.McpSchema.Annotations;
import io.modelcontextprotocol.spec.McpSchema.Icon;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The references as the server offers them. They are composed when somebody reads them, so their sizes are not told: that
 * would delay every start by a twentieth.
 */
public final class Resources {

    /** Nice to have: the results can be read without. */
    static final double PRIORITY = 0.3;

    private Resources() {}

    /**
     * Gives the resources.
     *
     * @param icons what a client may show beside each
     * @return what to register
     */
    public static List<SyncResourceSpecification> all(List<Icon> icons) {
        return Stream.concat(
                        Arrays.stream(Reference.values()).map(one -> of(one, icons)),
                        Stream.of(AppPage.resource(icons)))
                .toList();
    }

    private static SyncResourceSpecification of(Reference one, List<Icon> icons) {
        Resource described = Resource.builder(one.uri(), one.shortName())
                .title(one.title())
                .description(one.description())
                .mimeType(one.mediaType())
                .annotations(Annotations.builder()
                        .audience(List.of(Role.ASSISTANT, Role.USER))
                        .priority(PRIORITY)
                        .build())
                .icons(icons)
                .build();
        return new SyncResourceSpecification(described, (exchange, request) -> read(one));
    }

    private static ReadResourceResult read(Reference one) {
        return ReadResourceResult.builder(List.of(TextResourceContents.builder(one.uri(), one.text())
                        .mimeType(one.mediaType())
                        .build()))
                .build();
    }
}
