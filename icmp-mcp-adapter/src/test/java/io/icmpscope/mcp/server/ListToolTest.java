package io.icmpscope.mcp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.mcp.HandMade;
import io.icmpscope.mcp.Lab;
import io.icmpscope.mcp.Packed;
import io.icmpscope.mcp.access.AccessRules;
import io.icmpscope.mcp.call.Call;
import io.icmpscope.mcp.fetch.CaptureLocator;
import io.icmpscope.mcp.json.JsonWriter;
import io.icmpscope.report.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListToolTest {

    private static final int MOST = 500;

    @TempDir
    private Path directory;

    @Test
    void everyMessageIsListedInItsOrder() throws IOException {
        Map<String, ?> result = good(ping(), Map.of());
        assertEquals(List.of("file", "packets"), List.copyOf(result.keySet()));
        assertEquals(List.of(1L, 2L, 3L, 4L), numbers(result));
        Map<?, ?> reply = (Map<?, ?>) ((List<?>) result.get("packets")).get(1);
        assertEquals(1L, reply.get("request_frame"));
        assertEquals("1.5", reply.get("rtt_ms").toString());
    }

    @Test
    void aPageSaysHowToGetTheNext() throws IOException {
        Path file = ping();
        Map<String, ?> first = good(file, Map.of("limit", 3));
        assertEquals(List.of("file", "packets", "next_cursor", "note"), List.copyOf(first.keySet()));
        assertEquals(
                "There are more behind frame 3 (limit: limit = 3): pass next_cursor as cursor, with the same filters.",
                first.get("note"));
        Map<String, ?> second = good(file, Map.of("limit", 3.0, "cursor", first.get("next_cursor")));
        assertEquals(List.of(4L), numbers(second));
        assertFalse(second.containsKey("next_cursor"));
    }

    @Test
    void whereNoMoreMatchThereIsNoNextPage() throws IOException {
        Map<String, ?> result = good(ping(), Map.of("icmp_type", 8, "limit", 2));
        assertEquals(List.of(1L, 3L), numbers(result));
        assertFalse(result.containsKey("next_cursor"));
    }

    @Test
    void anEmptyListSaysWhy() throws IOException {
        assertEquals(
                "None of the 4 ICMP messages that were read matches.",
                good(ping(), Map.of("icmp_type", 13)).get("note"));
        Path arp = HandMade.file(
                directory, "arp.pcap", HandMade.pcap().frame(0, HandMade.ARP).bytes());
        assertEquals(
                "No ICMP packets found in this capture.", good(arp, Map.of()).get("note"));
        assertEquals(
                "This capture has no finding ROUTING-LOOP; it has " + String.join(", ", kinds(ping())) + ".",
                good(ping(), Map.of("finding", "routing-loop")).get("note"));
        assertEquals(
                "This capture has no finding ROUTING-LOOP, nor any other.",
                good(arp, Map.of("finding", "ROUTING-LOOP")).get("note"));
    }

    @Test
    void aFindingNamesItsFilterAndItsFirstFrames() {
        Path capture = Lab.capture("ping4-dead.pcap");
        Map<String, ?> result = good(capture, Map.of("finding", "LOSS"));
        Map<?, ?> finding = (Map<?, ?>) ((List<?>) result.get("findings")).get(0);
        assertEquals(List.of("title", "count", "frames", "display_filter"), List.copyOf(finding.keySet()));
        assertTrue((long) finding.get("count") > 10);
        assertEquals(finding.get("frames"), frames(result));
        assertEquals(
                "Of each finding the first ten frames at most can be listed; its display_filter shows all.",
                result.get("note"));
    }

    @Test
    void framesWithoutAMessageAreCounted() throws IOException {
        Path file = HandMade.file(
                directory,
                "death.pcap",
                HandMade.pcap()
                        .frame(0, HandMade.OVERSIZED_FRAGMENT)
                        .frame(1, HandMade.REQUEST_1)
                        .bytes());
        Map<String, ?> result = good(file, Map.of("finding", "PING-OF-DEATH"));
        assertEquals(List.of(), result.get("packets"));
        assertTrue(
                result.get("note")
                        .toString()
                        .endsWith("1 frame of the findings' hold no whole ICMP message, such as fragments."),
                result.get("note")::toString);
    }

    @Test
    void withoutALimitAResultStaysBelow64KiB() throws IOException {
        HandMade capture = HandMade.pcap();
        for (int i = 0; i < 400; i++) {
            capture.frame(i, HandMade.TIME_EXCEEDED_WITH_LABELS);
            capture.frame(i, portals(i));
        }
        byte[] whole = capture.bytes();
        Path file = HandMade.file(directory, "long.pcap", Arrays.copyOf(whole, whole.length - 1));
        Map<String, ?> result = good(file, Map.of());
        assertTrue(bytes(result) > 48 << 10, "it fills a good part of that");
        List<Object> all = new ArrayList<>();
        String cursor = "";
        for (int page = 0; cursor != null; page++) {
            assertTrue(page < 400 && bytes(result) < 64 << 10, () -> "bytes: " + bytes(good(file, Map.of())));
            all.addAll(numbers(result));
            cursor = (String) result.get("next_cursor");
            result = cursor == null ? result : good(file, Map.of("cursor", cursor));
        }
        assertEquals(upTo(799), all);
        assertEquals(1, ((List<?>) result.get("warnings")).size(), "the last page tells that the capture is cut");
        Map<String, ?> lifted = good(file, Map.of("limit", 300));
        assertEquals(upTo(300), numbers(lifted));
        assertTrue(bytes(lifted) > 64 << 10, "a limit lifts that");
    }

    @Test
    void theServersLimitOfEntriesIsTheUpperOne() {
        Path capture = Lab.capture("flood4.pcap");
        Map<String, ?> result = good(capture, Map.of("limit", 4_000_000_000L));
        assertEquals(upTo(MOST), numbers(result));
        assertTrue(result.containsKey("next_cursor"));
    }

    @Test
    void aServerThatListsNoPacketsSaysSo() throws IOException {
        Answer answer = Answer.of(tool(0), Map.of("pcap_file", ping().toString(), "limit", 5), new Call(), false);
        assertEquals(List.of(), answer.content().get("packets"));
        assertEquals(
                "This server was started with --max-packets 0: it lists no packets.",
                answer.content().get("note"));
    }

    @Test
    void packedCapturesAreListed() {
        assertEquals(
                22,
                numbers(good(Packed.capture("ping4-clean.pcap.zst"), Map.of())).size());
    }

    @Test
    void aCursorOfOtherFiltersOrOfAChangedCaptureIsRefused() throws IOException {
        Path file = ping();
        String cursor =
                (String) good(file, Map.of("limit", 1, "src_ip", "192.0.2.1")).get("next_cursor");
        refused(
                "cursor is of other filters: pass it with those of the call that gave it, or leave it out to begin anew.",
                file,
                Map.of("cursor", cursor));
        refused(
                "cursor is damaged: pass next_cursor of the result before as it is, or leave it out to begin anew.",
                file,
                Map.of("cursor", cursor.substring(1), "src_ip", "192.0.2.1"));
        Files.write(file, HandMade.pcap().frame(0, HandMade.REQUEST_1).bytes());
        refused(
                "The capture is another one, or has changed, since cursor was given: leave cursor out to begin anew.",
                file,
                Map.of("cursor", cursor, "src_ip", "192.0.2.1/32"));
    }

    @Test
    void wrongArgumentsAreTold() throws IOException {
        Path file = ping();
        String octets = " must be an integer from 0 to 255, or a list of such integers.";
        for (Object wrong : List.of(-1, 256, 0.5, "8", true, List.of(8, "0"), Map.of())) {
            refused("icmp_type" + octets, file, Map.of("icmp_type", wrong));
            refused("icmp_code" + octets, file, Map.of("icmp_code", wrong));
        }
        for (String name : List.of("icmp_type", "icmp_code")) {
            refused(name + " is an empty list; leave it out for messages of any.", file, Map.of(name, List.of()));
        }
        for (Object wrong : List.of(65_536, -1, "1", List.of(1))) {
            refused("icmp_id must be an integer from 0 to 65535.", file, Map.of("icmp_id", wrong));
        }
        String range = " must be an address or a prefix, such as 192.0.2.1, 10.0.0.0/8 or 2001:db8::/32.";
        for (String name : List.of("address", "src_ip", "dst_ip")) {
            for (Object wrong : List.of("router.example", "10.0.0.0/33", 7)) {
                refused(name + range, file, Map.of(name, wrong));
            }
        }
        String time = " must be a time with its offset, such as 2026-11-26T10:00:00Z (RFC 3339).";
        for (Object wrong : List.of("10:00", "2026-11-26T10:00:00", "yesterday", 1_700_000_000)) {
            refused("from_time" + time, file, Map.of("from_time", wrong));
            refused("to_time" + time, file, Map.of("to_time", wrong));
        }
        refused("ip_version must be 4 or 6.", file, Map.of("ip_version", 5));
        refused("limit must be an integer of 1 or more.", file, Map.of("limit", 0));
        refused("first_frame must be an integer of 1 or more.", file, Map.of("first_frame", 0));
        refused("only_errors must be true or false.", file, Map.of("only_errors", "yes"));
        refused("cursor must be the next_cursor of a result.", file, Map.of("cursor", 1));
        refused("first_frame must not be larger than last_frame.", file, Map.of("first_frame", 2, "last_frame", 1));
        refused(
                "from_time must not be later than to_time.",
                file,
                Map.of("from_time", "2026-11-26T10:00:00+01:00", "to_time", "2026-11-26T08:59:59Z"));
        refused(
                "There is an argument that this tool does not have; it has pcap_file, icmp_type, icmp_code, ip_version,"
                        + " address, src_ip, dst_ip, icmp_id, first_frame, last_frame, from_time, to_time, only_errors,"
                        + " finding, limit and cursor.",
                file,
                Map.of("type", 8));
    }

    @Test
    void aFindingThatThereIsNotHasNeighbours() throws IOException {
        Answer answer = answer(ping(), Map.of("finding", "los\u202e"));
        String sentence = (String) answer.content().get("error");
        assertTrue(sentence.startsWith("There is no finding los\\u{202e}; similar ones are LOSS, "), sentence);
        assertEquals("BAD_ARGUMENT", answer.content().get("code"));
    }

    @Test
    void whoGaveUpIsToldSo() throws IOException {
        Call call = new Call();
        call.cancel();
        Answer cancelled = Answer.of(tool(), Map.of("pcap_file", ping().toString()), call, false);
        assertEquals("CANCELLED", cancelled.content().get("code"));
    }

    private static String portals(int host) {
        String portal = "2504" + "01".repeat(30); // RFC 8910: the URI is thirty control characters
        return "020000000002020000000001 86dd 60000000" + String.format("%04x", 16 + 40 * 32) + "3aff"
                + "fe80000000000000000000000000" + String.format("%04x", host)
                + "ff020000000000000000000000000001" + "86000000 40000000 00000000 00000000" + portal.repeat(40);
    }

    private Path ping() throws IOException {
        return HandMade.file(directory, "ping.pcap", HandMade.ping());
    }

    private static TreeSet<String> kinds(Path file) throws IOException {
        TreeSet<String> kinds = new TreeSet<>();
        for (Finding finding : IcmpAnalyzer.analyze(file).findings().entries()) {
            kinds.add(finding.id());
        }
        return kinds;
    }

    private static List<Long> upTo(int last) {
        List<Long> numbers = new ArrayList<>();
        for (long number = 1; number <= last; number++) {
            numbers.add(number);
        }
        return numbers;
    }

    private static long bytes(Map<String, ?> result) {
        return JsonWriter.text(new HashMap<String, Object>(result)).getBytes(StandardCharsets.UTF_8).length;
    }

    private static List<Object> numbers(Map<String, ?> result) {
        return members(result, "packet_number");
    }

    private static List<Object> frames(Map<String, ?> result) {
        return members(result, "frame_number");
    }

    private static List<Object> members(Map<String, ?> result, String name) {
        List<Object> members = new ArrayList<>();
        for (Object packet : (List<?>) result.get("packets")) {
            members.add(((Map<?, ?>) packet).get(name));
        }
        return members;
    }

    private static void refused(String sentence, Path file, Map<String, ?> more) {
        Answer answer = answer(file, more);
        assertTrue(answer.isError(), () -> more + ": " + answer.content());
        assertEquals(sentence, answer.content().get("error"));
        assertEquals("BAD_ARGUMENT", answer.content().get("code"));
        assertEquals(file.toString(), answer.content().get("file"));
    }

    private static Map<String, ?> good(Path file, Map<String, ?> more) {
        Answer answer = answer(file.toAbsolutePath(), more);
        assertFalse(answer.isError(), answer.content()::toString);
        return answer.content();
    }

    private static Answer answer(Path file, Map<String, ?> more) {
        Map<String, Object> arguments = new HashMap<>(more);
        arguments.put("pcap_file", file.toString());
        return Answer.of(tool(), arguments, new Call(), false);
    }

    private static ListTool tool() {
        return tool(MOST);
    }

    private static ListTool tool(int most) {
        return new ListTool(
                new ServerOptions("test", most, Duration.ofMinutes(1), new CaptureLocator(AccessRules.defaults())),
                Workplaces.ofThisMachine());
    }
}
