package io.icmpscope.mcp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.IcmpPackets;
import io.icmpscope.mcp.Lab;
import io.icmpscope.mcp.access.AccessRules;
import io.icmpscope.mcp.call.Call;
import io.icmpscope.mcp.fetch.CaptureLocator;
import io.icmpscope.mcp.json.PacketLines;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Finding;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.PacketEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of a list, put together, are what whoever looks at all entries one by one would have kept of them. */
class ListedPagesTest {

    private static final List<Integer> LIMITS = List.of(1, 7, 1_000);
    private static final Set<Object> ERRORS_4 = Set.of(3, 4, 5, 11, 12);

    private final ListTool tool = new ListTool(
            new ServerOptions("test", 10_000, Duration.ofMinutes(5), new CaptureLocator(AccessRules.defaults())),
            Workplaces.ofThisMachine());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unreachable4",
                "mtr6-loss",
                "traceroute4-mtu",
                "ping4-mixture",
                "nd6",
                "fragments4-loss-near",
                "redirect4",
                "ping6-parallel",
                "headers6-cases",
                "mtr4-targets"
            })
    void aFilterKeepsWhatMatches(String scene) throws IOException {
        Path file = Lab.capture(scene + ".pcap").toAbsolutePath();
        List<Map<String, ?>> all = entries(file);
        Map<String, ?> middle = all.get(all.size() / 2);
        Map<String, ?> later = all.get(all.size() * 3 / 4);
        Object sender = middle.get("src_ip");
        Object id = firstId(all);
        Object from = middle.get("timestamp");
        Object to = later.get("timestamp");
        int kept = 0;
        kept += check(file, all, Map.of(), one -> true);
        kept += check(file, all, Map.of("icmp_type", middle.get("icmp_type")), same("icmp_type", middle));
        kept += check(
                file,
                all,
                Map.of("icmp_type", List.of(0, 3, 129)),
                one -> Set.of(0, 3, 129).contains(one.get("icmp_type")));
        kept += check(
                file,
                all,
                Map.of("icmp_code", List.of(0, 4)),
                one -> Set.<Object>of(0, 4).contains(one.get("icmp_code")));
        kept += check(
                file, all, Map.of("ip_version", 6), one -> one.get("ip_version").equals(6));
        kept += check(file, all, Map.of("address", sender), one -> concerns(one, sender::equals));
        kept += check(
                file,
                all,
                Map.of("address", "10.0.0.0/16"),
                one -> concerns(one, any -> any.toString().startsWith("10.0.")));
        kept += check(file, all, Map.of("src_ip", sender), same("src_ip", middle));
        kept += check(file, all, Map.of("dst_ip", middle.get("dst_ip")), same("dst_ip", middle));
        kept += check(file, all, Map.of("icmp_id", id), one -> has(one, "icmp_id", id));
        kept += check(
                file, all, Map.of("first_frame", 5, "last_frame", 20), one -> frame(one) >= 5 && frame(one) <= 20);
        kept += check(
                file,
                all,
                Map.of("from_time", from, "to_time", to),
                one -> text(one, "timestamp").compareTo(from.toString()) >= 0
                        && text(one, "timestamp").compareTo(to.toString()) <= 0);
        kept += check(file, all, Map.of("only_errors", true), ListedPagesTest::isError);
        kept += check(
                file,
                all,
                Map.of("only_errors", true, "address", sender, "from_time", from),
                one -> isError(one)
                        && concerns(one, sender::equals)
                        && text(one, "timestamp").compareTo(from.toString()) >= 0);
        assertTrue(kept > 2 * all.size(), "kept " + kept);
    }

    @Test
    void aFindingKeepsThePacketsThatShowIt() throws IOException {
        int findings = 0;
        int listed = 0;
        try (Stream<Path> captures = Files.list(Lab.capture(""))) {
            for (Path capture : captures.filter(file -> file.toString().endsWith(".pcap"))
                    .sorted()
                    .toList()) {
                if (Files.size(capture) > 20_000) {
                    continue;
                }
                IcmpReport report = IcmpAnalyzer.analyze(capture);
                Map<String, Set<Long>> frames = new LinkedHashMap<>();
                for (Finding finding : report.findings().entries()) {
                    frames.computeIfAbsent(finding.id(), id -> new HashSet<>())
                            .addAll(finding.evidence().frames());
                }
                List<Map<String, ?>> all = frames.isEmpty() ? List.of() : entries(capture);
                for (Map.Entry<String, Set<Long>> one : frames.entrySet()) {
                    findings++;
                    listed += compare(
                            capture.toAbsolutePath(),
                            all,
                            Map.of("finding", one.getKey()),
                            7,
                            each -> shows(each, one.getValue()));
                }
            }
        }
        assertTrue(findings > 100 && listed > 500, findings + " findings, " + listed + " packets");
    }

    private int check(Path file, List<Map<String, ?>> all, Map<String, ?> filters, Predicate<Map<String, ?>> by) {
        int kept = 0;
        for (int limit : LIMITS) {
            if (limit > 1 || all.size() < 100) {
                kept = compare(file, all, filters, limit, by);
            }
        }
        return kept;
    }

    private int compare(
            Path file, List<Map<String, ?>> all, Map<String, ?> filters, int limit, Predicate<Map<String, ?>> by) {
        List<Map<String, ?>> expected = all.stream().filter(by).toList();
        List<Object> paged = new ArrayList<>();
        Map<String, Object> arguments = new HashMap<>(filters);
        arguments.put("pcap_file", file.toString());
        arguments.put("limit", limit);
        do {
            Answer answer = Answer.of(tool, arguments, new Call(), false);
            assertFalse(answer.isError(), answer.content()::toString);
            List<?> packets = (List<?>) answer.content().get("packets");
            Object next = answer.content().get("next_cursor");
            assertEquals(next == null ? expected.size() - paged.size() : limit, packets.size(), filters::toString);
            paged.addAll(packets);
            arguments.put("cursor", next);
        } while (arguments.get("cursor") != null);
        assertEquals(expected, paged, () -> file + " " + filters);
        return expected.size();
    }

    private static List<Map<String, ?>> entries(Path file) throws IOException {
        List<Map<String, ?>> entries = new ArrayList<>();
        try (IcmpPackets packets = IcmpAnalyzer.packets(file, AnalysisOptions.defaults())) {
            for (PacketEntry packet = packets.next(); packet != null; packet = packets.next()) {
                Map<String, Object> entry = new LinkedHashMap<>(PacketLines.packet("", packet));
                entry.remove("file");
                entries.add(entry);
            }
        }
        return entries;
    }

    private static Object firstId(List<Map<String, ?>> all) {
        for (Map<String, ?> one : all) {
            if (one.get("icmp_id") != null) {
                return one.get("icmp_id");
            }
        }
        return 1;
    }

    private static Predicate<Map<String, ?>> same(String name, Map<String, ?> as) {
        return one -> Objects.equals(one.get(name), as.get(name));
    }

    private static boolean concerns(Map<?, ?> packet, Predicate<Object> address) {
        for (String name : List.of("src_ip", "dst_ip")) {
            if (packet.get(name) != null && address.test(packet.get(name))) {
                return true;
            }
        }
        return inside(packet, quoted -> concerns(quoted, address));
    }

    private static boolean has(Map<?, ?> packet, String name, Object value) {
        return value.equals(packet.get(name)) || inside(packet, quoted -> has(quoted, name, value));
    }

    private static boolean inside(Map<?, ?> packet, Predicate<Map<?, ?>> what) {
        for (String name : List.of("original", "nested")) {
            if (packet.get(name) instanceof Map<?, ?> quoted && what.test(quoted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isError(Map<String, ?> packet) {
        int type = (int) packet.get("icmp_type");
        return packet.get("ip_version").equals(4) ? ERRORS_4.contains(type) : type < 128;
    }

    private static boolean shows(Map<String, ?> packet, Set<Long> frames) {
        return frames.contains(frame(packet))
                || (packet.get("fragments") instanceof List<?> several
                        && several.stream().anyMatch(frames::contains));
    }

    private static long frame(Map<String, ?> packet) {
        return (long) packet.get("frame_number");
    }

    private static String text(Map<String, ?> packet, String name) {
        return packet.get(name).toString();
    }
}
