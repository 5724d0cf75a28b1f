package io.icmpscope.mcp.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The schemas of the arguments of {@code list_icmp_packets} and of its result. */
public final class ListSchema {

    private ListSchema() {}

    /**
     * Gives the schema of the arguments.
     *
     * @return a JSON schema
     */
    public static Map<String, @Nullable Object> arguments() {
        Schema schema = Schema.object("Which messages to list: those that match everything given")
                .with(Arguments.PCAP_FILE, SchemaJson.pcapFile());
        header(schema);
        return schema.with(ListArguments.FIRST_FRAME, Schema.integer("First frame number, included.", 1))
                .with(ListArguments.LAST_FRAME, Schema.integer("Last frame number, included.", 1))
                .with(ListArguments.FROM, Schema.text("Earliest time, included, RFC 3339: 2026-11-26T10:00:00Z."))
                .with(ListArguments.TO, Schema.text("Latest time, included, RFC 3339: 2026-11-26T10:05:00Z."))
                .with(ListArguments.ONLY_ERRORS, Schema.flag("True: only ICMP errors, redirects of IPv4 among them."))
                .with(
                        ListArguments.FINDING,
                        Schema.text("Only the packets that show findings of this id, such as LOSS, as findings of"
                                + " analyze_icmp_packets has it: the first ten of each finding."))
                .with(
                        ListArguments.LIMIT,
                        Schema.integer(
                                "How many messages to list. Default 50, or fewer where they would make the result longer"
                                        + " than 64 KiB.",
                                1))
                .with(
                        ListArguments.CURSOR,
                        Schema.text("next_cursor of the result before, with the same capture and filters: goes on with"
                                + " the list."))
                .requiring(List.of(Arguments.PCAP_FILE))
                .closed()
                .document();
    }

    private static void header(Schema schema) {
        schema.with(
                        ListArguments.TYPE,
                        Schema.integers(
                                "ICMP type, or several. The same number means another type in ICMPv6: give"
                                        + " ip_version, too.",
                                0,
                                255))
                .with(ListArguments.CODE, Schema.integers("ICMP code, or several.", 0, 255))
                .with(ListArguments.IP_VERSION, Schema.integer("4 or 6.", 4, 6))
                .with(
                        ListArguments.ADDRESS,
                        Schema.text(
                                "Address or prefix, such as 192.0.2.1 or 10.0.0.0/8 (10.0.0.1/8 means the same): who sent or"
                                        + " received the message, or the datagram that it quotes."))
                .with(ListArguments.SOURCE, Schema.text("Address or prefix of the sender of the message."))
                .with(ListArguments.DESTINATION, Schema.text("Address or prefix of the receiver of the message."))
                .with(
                        ListArguments.ID,
                        Schema.integer("Identifier of the message, or of the one that it quotes.", 0, 0xFFFF));
    }

    /**
     * Gives the schema of the result, every member of it described.
     *
     * @return a JSON schema
     */
    public static Map<String, @Nullable Object> result() {
        Schema finding = Schema.object("Finding")
                .with("title", Schema.text("What was observed"))
                .with("count", Schema.count("How many messages show it"))
                .with("frames", Schema.frames("First frames that show it, at most 10"))
                .with("display_filter", Schema.text("Wireshark display filter that shows all of them"));
        Schema page = Schema.object("The messages that match, in the order of the file")
                .with("file", Schema.textOrNull("The capture, as given; null in an error about its absence"))
                .withCut("findings", Schema.list("With the argument finding: those whose packets are listed", finding))
                .with("packets", Schema.list("The messages; requests name no reply_frame here", PacketJson.schema()))
                .with(
                        "next_cursor",
                        Schema.text("The cursor argument that continues the list; without it this is the end"))
                .with("note", Schema.text("How the list was limited, or why it is empty"))
                .withCut(
                        "warnings",
                        Schema.list("What is damaged or cut, as far as was read", CaptureJson.warningSchema()));
        return ErrorJson.or(page, List.of("file", "packets")).document();
    }
}
