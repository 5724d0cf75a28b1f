package io.icmpscope.mcp.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.mcp.HandMade;
import io.icmpscope.mcp.Lab;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schema describes the results: those of real captures hold nothing that it does not. */
class SchemaJsonTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Map<String, String> UNITS = Map.of(
            "_ms", "milliseconds",
            "_seconds", "seconds",
            "_bytes", "bytes",
            "bytes", "bytes",
            "_percent", "100|percent");

    private final TreeSet<String> faults = new TreeSet<>();
    private int described;
    private int cut;

    @Test
    void everyMemberOfEveryResultIsDescribedAndOfItsType() throws IOException {
        AnalysisOptions all = AnalysisOptions.defaults().withMaxPackets(1_000);
        try (Stream<Path> captures = Files.list(Lab.capture(""))) {
            for (Path capture :
                    captures.filter(file -> file.toString().contains(".pcap")).toList()) {
                check(IcmpAnalyzer.analyze(capture, all));
            }
        }
        check(IcmpAnalyzer.analyze(ByteBuffer.wrap(HandMade.pcap().bytes()), all));
        assertEquals(List.of(), List.copyOf(faults));
        assertTrue(described > 20_000, "only " + described + " members");
    }

    /** A capture of everything that lists leave out, and of damage. */
    @Test
    void whatIsCutIsDescribedToo() throws IOException {
        AnalysisOptions few = AnalysisOptions.defaults().withMaxPackets(1).withLimits(new Limits(1, 1, 1, 1, 1));
        HandMade capture = HandMade.pcap();
        for (int host = 0; host < 100; host++) {
            capture.frame(host, HandMade.REQUEST_1.replace("c0000202", String.format("c63364%02x", host)));
            capture.frame(host, HandMade.HOST_UNREACHABLE.replace("c6336409", String.format("c63364%02x", host)));
        }
        byte[] bytes = capture.bytes();
        check(IcmpAnalyzer.analyze(ByteBuffer.wrap(bytes, 0, bytes.length - 1), few));
        assertEquals(List.of(), List.copyOf(faults));
        assertTrue(cut > 5, "only " + cut + " lists were cut");
    }

    @Test
    void theDescriptionOfANumberSaysItsUnit() {
        units("result", SchemaJson.result());
        assertEquals(List.of(), List.copyOf(faults));
        assertTrue(described > 100, "only " + described + " members");
    }

    private void check(IcmpReport report) {
        Map<String, ?> result = ReportJson.full("f", report, NOW);
        List<?> required = (List<?>) SchemaJson.result().get("required");
        assertTrue(result.keySet().containsAll(required), result.keySet()::toString);
        value("result", result, SchemaJson.result());
    }

    private void value(String path, Object value, Map<?, ?> schema) {
        described++;
        if (!(schema.get("description") instanceof String words) || words.isBlank()) {
            faults.add(path + " has no description");
        }
        Object types = schema.get("type");
        List<?> allowed =
                types instanceof List<?> several ? several : types == null ? List.of(type(value)) : List.of(types);
        if (!allowed.contains(type(value)) && !(type(value).equals("integer") && allowed.contains("number"))) {
            faults.add(path + " is no " + allowed + ": " + value);
        }
        if (schema.get("enum") instanceof List<?> words && !words.contains(value)) {
            faults.add(path + " is none of " + words + ": " + value);
        }
        if (value instanceof Map<?, ?> object && types != null) {
            object.forEach((name, member) -> member(path + "." + name, (String) name, member, schema));
        } else if (value instanceof List<?> list && types != null) {
            list.forEach(entry -> value(path + "[]", entry, (Map<?, ?>) schema.get("items")));
        }
    }

    private void member(String path, String name, Object value, Map<?, ?> schema) {
        cut += name.endsWith("_omitted") ? 1 : 0;
        Object known = schema.get("properties") instanceof Map<?, ?> members ? members.get(name) : null;
        Object described = known != null ? known : schema.get("additionalProperties");
        if (described instanceof Map<?, ?> member) {
            value(path, value, member);
        } else {
            faults.add(path + " is not described");
        }
    }

    private static String type(Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof String) {
            return "string";
        }
        if (value instanceof Boolean) {
            return "boolean";
        }
        if (value instanceof Integer || value instanceof Long) {
            return "integer";
        }
        return value instanceof Number ? "number" : value instanceof List ? "array" : "object";
    }

    private void units(String name, Map<?, ?> schema) {
        described++;
        String words = schema.get("description").toString();
        UNITS.forEach((ending, unit) -> {
            if (name.endsWith(ending) && !words.toLowerCase(Locale.ROOT).matches(".*(" + unit + ").*")) {
                faults.add(name + " does not say " + unit + ": " + words);
            }
        });
        if (schema.get("properties") instanceof Map<?, ?> members) {
            members.forEach((member, of) -> units((String) member, (Map<?, ?>) of));
        }
        for (String inner : List.of("items", "additionalProperties")) {
            if (schema.get(inner) instanceof Map<?, ?> of) {
                units(name, of);
            }
        }
    }
}
