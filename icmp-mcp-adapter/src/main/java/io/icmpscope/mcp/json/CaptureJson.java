package io.icmpscope.mcp.json;

import io.icmpscope.mcp.words.CaptureText;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.CaptureFacts.UnsupportedLinkType;
import io.icmpscope.report.CaptureInterface;
import io.icmpscope.report.CaptureWarning;
import io.icmpscope.report.Listing;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the capture is, as JSON. Text that comes from the capture goes through {@link CaptureText}. */
final class CaptureJson {

    private static final int MAX_INTERFACES = 16;
    private static final int MAX_COMMENTS = 8;
    private static final int MAX_WARNINGS = 16;

    private CaptureJson() {}

    static Map<String, @Nullable Object> capture(CaptureFacts facts, String file) {
        JsonObject json = new JsonObject()
                .with("format", facts.format())
                .with("byte_order", facts.byteOrder())
                .with("compressed", facts.compressed())
                .with("size_bytes", facts.sizeBytes())
                .with(
                        "link_types",
                        facts.interfaces().entries().stream()
                                .map(CaptureInterface::linkType)
                                .distinct()
                                .limit(MAX_INTERFACES)
                                .toList());
        list(json, "interfaces", facts.interfaces(), MAX_INTERFACES, CaptureJson::captureInterface);
        json.with("first_time", JsonValues.time(facts.firstTime()))
                .with("last_time", JsonValues.time(facts.lastTime()))
                .with("duration_seconds", JsonValues.seconds(facts.duration()))
                .with("truncated_frames", facts.truncatedFrames())
                .with("incomplete_fragments", facts.incompleteFragments());
        Listing<UnsupportedLinkType> unsupported = Listing.whole(facts.unsupportedLinkTypes());
        list(json, "unsupported_link_types", unsupported, MAX_INTERFACES, CaptureJson::unsupported);
        list(json, "comments", facts.comments(), MAX_COMMENTS, CaptureText::of);
        list(json, "warnings", facts.warnings(), MAX_WARNINGS, warning -> warning(warning, file));
        return json.members();
    }

    static List<Map<String, @Nullable Object>> warnings(CaptureFacts facts, String file) {
        return facts.warnings().entries().stream()
                .map(warning -> warning(warning, file))
                .toList();
    }

    private static Map<String, @Nullable Object> captureInterface(CaptureInterface source) {
        return new JsonObject()
                .with("id", source.id())
                .with("name", CaptureText.ofNullable(source.name()))
                .with("link_type", source.linkType())
                .with("snaplen", source.snaplen())
                .with("filter", CaptureText.ofNullable(source.filter()))
                .with("received", source.received())
                .with("dropped", source.dropped())
                .members();
    }

    private static Map<String, @Nullable Object> unsupported(UnsupportedLinkType type) {
        return new JsonObject()
                .with("link_type", type.name())
                .with("frames", type.frames())
                .members();
    }

    /** Says which capture a warning is about, of several that one, and of one the only. */
    static Map<String, @Nullable Object> warning(CaptureWarning warning, String only) {
        return new JsonObject()
                .with("code", warning.code().name())
                .with("file", warning.file() == null ? only : warning.file())
                .with("byte_offset", warning.byteOffset())
                .with("frame", warning.frame())
                .with("message", warning.message())
                .members();
    }

    /** Adds a list of at most so many entries, and how many are missing from the whole. */
    static <T> void list(JsonObject json, String name, Listing<T> whole, int most, Function<T, ?> entry) {
        List<?> kept = whole.entries().stream().limit(most).map(entry).toList();
        json.withList(name, kept, whole.total() - kept.size());
    }
}
