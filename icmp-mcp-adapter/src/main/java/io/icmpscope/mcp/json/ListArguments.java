package io.icmpscope.mcp.json;

import static io.icmpscope.mcp.json.Arguments.PCAP_FILE;

import io.icmpscope.mcp.access.Refusal;
import io.icmpscope.mcp.select.AddressRange;
import io.icmpscope.mcp.select.Cursor;
import io.icmpscope.mcp.select.FindingIds;
import io.icmpscope.mcp.select.PacketFilter;
import io.icmpscope.mcp.words.CaptureText;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of the tool {@code list_icmp_packets}, checked.
 *
 * @param pcapFile the capture, as given
 * @param filter which messages are wanted
 * @param limit how many at most, 1 or more, or null when the caller leaves it to us
 * @param cursor where the list goes on, or null for its begin
 */
public record ListArguments(
        String pcapFile,
        PacketFilter filter,
        @Nullable Integer limit,
        @Nullable Cursor cursor) {

    static final String TYPE = "icmp_type";
    static final String CODE = "icmp_code";
    static final String IP_VERSION = "ip_version";
    static final String ADDRESS = "address";
    static final String SOURCE = "src_ip";
    static final String DESTINATION = "dst_ip";
    static final String ID = "icmp_id";
    static final String FIRST_FRAME = "first_frame";
    static final String LAST_FRAME = "last_frame";
    static final String FROM = "from_time";
    static final String TO = "to_time";
    static final String ONLY_ERRORS = "only_errors";
    static final String FINDING = "finding";
    static final String LIMIT = "limit";
    static final String CURSOR = "cursor";

    private static final List<String> ALL = List.of(
            PCAP_FILE,
            TYPE,
            CODE,
            IP_VERSION,
            ADDRESS,
            SOURCE,
            DESTINATION,
            ID,
            FIRST_FRAME,
            LAST_FRAME,
            FROM,
            TO,
            ONLY_ERRORS,
            FINDING,
            LIMIT,
            CURSOR);
    private static final int MAX_ID = 0xFFFF;
    private static final String RANGE = "an address or a prefix, such as 192.0.2.1, 10.0.0.0/8 or 2001:db8::/32";
    private static final String TIME = "a time with its offset, such as 2026-11-26T10:00:00Z (RFC 3339)";
    private static final String ANEW = ", or leave it out to begin anew.";

    /**
     * Reads the arguments of a call.
     *
     * @param given the arguments as they came
     * @return the arguments
     * @throws Refusal when one is missing or wrong
     */
    public static ListArguments of(Map<String, ?> given) throws Refusal {
        Arguments arguments = Arguments.of(given, ALL);
        String file = arguments.file();
        PacketFilter filter = filter(arguments);
        Long limit = arguments.integer(LIMIT, 1);
        return new ListArguments(
                file,
                filter,
                limit == null ? null : (int) Math.min(limit, Integer.MAX_VALUE),
                cursor(arguments.text(CURSOR, "the next_cursor of a result"), filter));
    }

    /**
     * Refuses a cursor of another capture.
     *
     * @param capture the sum of the capture that is named now
     * @throws Refusal when the cursor is of another one
     */
    public void refuseOther(int capture) throws Refusal {
        if (cursor != null && cursor.capture() != capture) {
            throw Arguments.wrong(
                    "The capture is another one, or has changed, since cursor was given: leave cursor out to begin anew.");
        }
    }

    private static PacketFilter filter(Arguments arguments) throws Refusal {
        Integer version = arguments.integer(IP_VERSION, 4, 6);
        if (version != null && version == 5) {
            throw Arguments.wrong("ip_version must be 4 or 6.");
        }
        Long first = arguments.integer(FIRST_FRAME, 1);
        Long last = arguments.integer(LAST_FRAME, 1);
        if (first != null && last != null && first > last) {
            throw Arguments.wrong("first_frame must not be larger than last_frame.");
        }
        Instant from = time(arguments, FROM);
        Instant to = time(arguments, TO);
        if (from != null && to != null && from.isAfter(to)) {
            throw Arguments.wrong("from_time must not be later than to_time.");
        }
        return new PacketFilter(
                arguments.octets(TYPE),
                arguments.octets(CODE),
                version,
                range(arguments, ADDRESS),
                range(arguments, SOURCE),
                range(arguments, DESTINATION),
                arguments.integer(ID, 0, MAX_ID),
                first == null ? 0 : first,
                last == null ? Long.MAX_VALUE : last,
                from,
                to,
                arguments.flag(ONLY_ERRORS),
                finding(arguments.text(FINDING, "the id of a finding, such as LOSS")));
    }

    private static @Nullable AddressRange range(Arguments arguments, String name) throws Refusal {
        String text = arguments.text(name, RANGE);
        AddressRange range = text == null ? null : AddressRange.of(text);
        if (text != null && range == null) {
            throw Arguments.wrong(name + " must be " + RANGE + ".");
        }
        return range;
    }

    private static @Nullable Instant time(Arguments arguments, String name) throws Refusal {
        String text = arguments.text(name, TIME);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException notATime) {
            throw Arguments.wrong(name + " must be " + TIME + ".");
        }
    }

    private static @Nullable String finding(@Nullable String text) throws Refusal {
        if (text == null) {
            return null;
        }
        String id = text.toUpperCase(Locale.ROOT);
        if (!FindingIds.all().contains(id)) {
            throw Arguments.wrong("There is no finding " + CaptureText.of(text, 40) + "; similar ones are "
                    + String.join(", ", FindingIds.near(id))
                    + ". Those of a capture are in findings of analyze_icmp_packets.");
        }
        return id;
    }

    private static @Nullable Cursor cursor(@Nullable String text, PacketFilter filter) throws Refusal {
        Cursor cursor = text == null ? null : Cursor.of(text);
        if (text != null && cursor == null) {
            throw Arguments.wrong("cursor is damaged: pass next_cursor of the result before as it is" + ANEW);
        }
        if (cursor != null && !cursor.isOf(filter)) {
            throw Arguments.wrong("cursor is of other filters: pass it with those of the call that gave it" + ANEW);
        }
        return cursor;
    }
}
