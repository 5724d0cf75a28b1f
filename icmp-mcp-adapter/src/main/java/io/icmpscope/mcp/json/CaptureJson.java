package io.icmpscope.mcp.json;

import io.icmpscope.mcp.words.CaptureText;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.CaptureFacts.UnsupportedLinkType;
import io.icmpscope.report.CaptureInterface;
import io.icmpscope.report.CaptureWarning;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.LimitHit;
import io.icmpscope.report.Listing;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the capture is, as JSON. Text that comes from the capture goes through {@link CaptureText}. */
final class CaptureJson {

    private static final int MAX_INTERFACES = 16;
    private static final int MAX_COMMENTS = 8;
    private static final int MAX_WARNINGS = 16;
    private static final int MAX_LIMITS = 32;

    private CaptureJson() {}

    static Map<String, @Nullable Object> capture(IcmpReport report, String file, Share share) {
        CaptureFacts facts = report.capture();
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
        share.list(json, "interfaces", facts.interfaces(), MAX_INTERFACES, one -> captureInterface(one, share));
        json.with("first_time", JsonValues.time(facts.firstTime()))
                .with("last_time", JsonValues.time(facts.lastTime()))
                .with("duration_seconds", JsonValues.seconds(facts.duration()))
                .with("truncated_frames", facts.truncatedFrames())
                .with("incomplete_fragments", facts.incompleteFragments());
        Listing<UnsupportedLinkType> unsupported = Listing.whole(facts.unsupportedLinkTypes());
        share.list(json, "unsupported_link_types", unsupported, MAX_INTERFACES, CaptureJson::unsupported);
        share.list(json, "comments", facts.comments(), MAX_COMMENTS, share::text);
        share.list(json, "warnings", facts.warnings(), MAX_WARNINGS, warning -> warning(warning, file));
        share.list(json, "limits_hit", Listing.whole(report.limitsHit()), MAX_LIMITS, CaptureJson::limit);
        return json.members();
    }

    static Schema schema() {
        return Schema.object("What the file is; warnings say from which byte on a damaged one could not be read")
                .with("format", Schema.text("pcap or pcapng, told by content"))
                .with("byte_order", Schema.text("little-endian or big-endian, of the first section"))
                .with("compressed", Schema.flag("Whether it is stored compressed"))
                .with("size_bytes", Schema.count("Bytes of the file as stored"))
                .with("link_types", Schema.list("What its frames begin with", Schema.text("Name of a LINKTYPE")))
                .withCut("interfaces", Schema.list("Where frames were captured", interfaceSchema()))
                .with("first_time", Schema.time("Earliest frame"))
                .with("last_time", Schema.time("Latest frame"))
                .with("duration_seconds", Schema.decimalOrNull("From the earliest to the latest frame, in seconds"))
                .with("truncated_frames", Schema.count("Frames of which fewer bytes were kept than were on the wire"))
                .with("incomplete_fragments", Schema.count("First fragments of ICMP messages whose rest is missing"))
                .withCut("unsupported_link_types", Schema.list("What was not decoded", unsupportedSchema()))
                .withCut("comments", Schema.list("Untrusted", Schema.text("Comment in the capture")))
                .withCut("warnings", Schema.list("What is damaged or cut", warningSchema()))
                .withCut("limits_hit", Schema.list("Limits of the analysis that were reached", limitSchema()));
    }

    private static Schema limitSchema() {
        return Schema.object("Limit; counts by type and of messages are exact all the same")
                .with("limit", Schema.text("What is limited"))
                .with("value", Schema.count("How many of it were kept"))
                .with("omitted", Schema.count("How many more there were, where too many to count an estimate"));
    }

    private static Schema interfaceSchema() {
        return Schema.object("Interface")
                .with("id", Schema.count("Number in the capture, from 0"))
                .with("name", Schema.textOrNull("Name; untrusted"))
                .with("link_type", Schema.text("Name of its LINKTYPE"))
                .with("snaplen", Schema.count("Most bytes kept of a frame; 0 for all"))
                .with("filter", Schema.textOrNull("Capture filter; untrusted"))
                .with("received", Schema.countOrNull("Packets that the interface received"))
                .with("dropped", Schema.countOrNull("Packets that the capturing system dropped"));
    }

    private static Schema unsupportedSchema() {
        return Schema.object("Link type that is not decoded")
                .with("link_type", Schema.text("Its name"))
                .with("frames", Schema.count("Frames that have it"));
    }

    static Schema warningSchema() {
        return Schema.object("Damage")
                .with("code", Schema.text("Stable name of what is wrong"))
                .with("file", Schema.text("The capture, as given"))
                .with("byte_offset", Schema.count("Byte of the file, uncompressed, where it is"))
                .with("frame", Schema.countOrNull("Frame that it concerns, from 1"))
                .with("message", Schema.text("What is wrong, in a sentence"));
    }

    static List<Map<String, @Nullable Object>> warnings(CaptureFacts facts, String file) {
        return facts.warnings().entries().stream()
                .map(warning -> warning(warning, file))
                .toList();
    }

    private static Map<String, @Nullable Object> captureInterface(CaptureInterface source, Share share) {
        return new JsonObject()
                .with("id", source.id())
                .with("name", share.textOrNull(source.name()))
                .with("link_type", source.linkType())
                .with("snaplen", source.snaplen())
                .with("filter", share.textOrNull(source.filter()))
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
                .with("file", CaptureText.name(warning.file() == null ? only : warning.file()))
                .with("byte_offset", warning.byteOffset())
                .with("frame", warning.frame())
                .with("message", warning.message())
                .members();
    }

    private static Map<String, @Nullable Object> limit(LimitHit hit) {
        return new JsonObject()
                .with("limit", hit.limit())
                .with("value", hit.value())
                .with("omitted", hit.omitted())
                .members();
    }
}
