package io.icmpscope.mcp.json;

import io.icmpscope.mcp.select.EvidenceFrames;
import io.icmpscope.mcp.select.SelectedPackets;
import io.icmpscope.mcp.words.Figures;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Listing;
import io.icmpscope.report.PacketEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** A page of a list of messages as JSON: the result of {@code list_icmp_packets}. For one thread. */
public final class ListJson {

    /** What a result may be long, in bytes of UTF-8, unless the caller says how many messages it wants. */
    private static final long BUDGET = 64 << 10;

    private static final long NOTE = 1 << 10;
    private static final long FINDINGS = 12 << 10;
    private static final long WARNINGS = 4 << 10;
    private static final int MOST_FINDINGS = 24;
    private static final int MOST_WARNINGS = 16;

    private final String file;
    private final JsonObject json;
    private final List<String> notes = new ArrayList<>();

    /**
     * Begins a page.
     *
     * @param file the capture, as given
     */
    public ListJson(String file) {
        this.file = file;
        this.json = new JsonObject().with("file", file);
    }

    /**
     * Says which findings the messages show.
     *
     * @param found those of the kind that was asked for
     * @return this
     */
    public ListJson findings(List<Finding> found) {
        Part.of(share -> {
                    JsonObject findings = new JsonObject();
                    share.list(findings, "findings", Listing.whole(found), MOST_FINDINGS, ListJson::finding);
                    return findings;
                })
                .within(FINDINGS)
                .forEach(json::with);
        if (found.stream()
                .anyMatch(
                        one -> one.evidence().count() > one.evidence().frames().size())) {
            notes.add("Of each finding the first ten frames at most can be listed; its display_filter shows all.");
        }
        return this;
    }

    /**
     * Gives an empty page, because the capture has no finding of the kind that was asked for.
     *
     * @param asked that kind
     * @param others all that was found
     * @return the result
     */
    public Map<String, @Nullable Object> without(String asked, List<Finding> others) {
        TreeSet<String> ids = new TreeSet<>();
        others.forEach(finding -> ids.add(finding.id()));
        notes.add("This capture has no finding " + asked
                + (ids.isEmpty() ? ", nor any other." : "; it has " + String.join(", ", ids) + "."));
        return json.with("findings", List.of())
                .with("packets", List.of())
                .with("note", note())
                .members();
    }

    /**
     * Gives an empty page, because the server lists no packets.
     *
     * @return the result
     */
    public Map<String, @Nullable Object> ofNoPackets() {
        notes.add("This server was started with --max-packets 0: it lists no packets.");
        return json.with("packets", List.of()).with("note", note()).members();
    }

    /**
     * Fills the page.
     *
     * @param packets the messages from the first that belongs on it
     * @param most how many it may have, 1 or more
     * @param brief whether it has fewer where it would grow too long
     * @param cursor makes the cursor behind the message of a number
     * @return this
     * @throws IOException when the capture cannot be read
     */
    public ListJson fill(SelectedPackets packets, int most, boolean brief, LongFunction<String> cursor)
            throws IOException {
        List<Map<String, @Nullable Object>> entries = new ArrayList<>();
        long room = brief ? BUDGET - NOTE - WARNINGS - JsonWriter.length(json.members()) : Long.MAX_VALUE;
        PacketEntry last = null;
        PacketEntry next = packets.next();
        while (next != null && entries.size() < most) {
            Map<String, @Nullable Object> entry = PacketJson.entry(next, Share.WHOLE);
            room -= brief ? JsonWriter.length(entry) + 1 : 0;
            if (room < 0 && last != null) {
                break;
            }
            entries.add(entry);
            last = next;
            next = packets.next();
        }
        json.with("packets", entries);
        if (next != null && last != null) {
            json.with("next_cursor", cursor.apply(last.packetNumber()));
            notes.add(0, more(last, room < 0 ? "the result's limit of 64 KiB, which limit lifts" : "limit = " + most));
        }
        return this;
    }

    private static String more(PacketEntry last, String limit) {
        return "There are more behind frame " + last.frameNumber() + " (limit: " + limit
                + "): pass next_cursor as cursor, with the same filters.";
    }

    /**
     * Says why the page has less than was to be expected, and gives it.
     *
     * @param first whether the list begins with this page
     * @param messages how many messages were looked at
     * @param evidence the frames that show the findings, or null
     * @param facts what the capture is, as far as it was read
     * @return the result
     */
    public Map<String, @Nullable Object> end(
            boolean first, long messages, @Nullable EvidenceFrames evidence, CaptureFacts facts) {
        boolean more = json.members().containsKey("next_cursor");
        if (first && List.of().equals(json.members().get("packets"))) {
            notes.add(
                    messages == 0
                            ? "No ICMP packets found in this capture."
                            : "None of the " + Figures.count(messages, "ICMP message") + " that were read matches.");
        }
        if (!more && evidence != null && evidence.missing() > 0) {
            notes.add(Figures.count(evidence.missing(), "frame") + " of the findings' hold no whole ICMP message,"
                    + " such as fragments.");
        }
        if (!notes.isEmpty()) {
            json.with("note", note());
        }
        if (facts.warnings().total() > 0) {
            Part.of(share -> warnings(facts, share)).within(WARNINGS).forEach(json::with);
        }
        return json.members();
    }

    private JsonObject warnings(CaptureFacts facts, Share share) {
        JsonObject warnings = new JsonObject();
        share.list(warnings, "warnings", facts.warnings(), MOST_WARNINGS, one -> CaptureJson.warning(one, file));
        return warnings;
    }

    private String note() {
        return String.join(" ", notes);
    }

    private static Map<String, @Nullable Object> finding(Finding finding) {
        return new JsonObject()
                .with("title", finding.title())
                .with("count", finding.evidence().count())
                .with("frames", finding.evidence().frames())
                .with("display_filter", finding.displayFilter())
                .members();
    }
}
