package io.icmpscope.mcp.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.mcp.HandMade;
import io.icmpscope.mcp.Lab;
import io.icmpscope.mcp.access.ErrorCode;
import io.icmpscope.mcp.access.Refusal;
import io.icmpscope.mcp.select.PacketFilter;
import io.icmpscope.mcp.select.SelectedPackets;
import io.icmpscope.mcp.unpack.CapturePackets;
import io.icmpscope.mcp.unpack.CaptureTimeline;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Finding;
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
import java.util.regex.Pattern;
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
    private Map<?, ?> shapes = Map.of();
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
    void whatIsListedIsDescribedToo() throws IOException {
        List<Finding> none = List.of();
        for (String scene : List.of("mtr4-loss", "nd6", "fragments4-loss-near", "headers6-cases", "unreachable4")) {
            Path capture = Lab.capture(scene + ".pcap");
            IcmpReport report = IcmpAnalyzer.analyze(capture);
            try (CapturePackets packets = CaptureTimeline.of(capture).packets(AnalysisOptions.defaults())) {
                PacketFilter all = ListArguments.of(Map.of("pcap_file", "/f")).filter();
                ListJson page = new ListJson("f").findings(report.findings().entries());
                page.fill(new SelectedPackets(packets, all, null, 0), 1_000, false, number -> "next");
                check(page.end(true, 0, null, packets.capture()), ListSchema.result());
            } catch (Refusal wrong) {
                throw new AssertionError(wrong);
            }
        }
        check(new ListJson("f").without("LOSS", none), ListSchema.result());
        assertEquals(List.of(), List.copyOf(faults));
        assertTrue(described > 2_000, "only " + described + " members");
    }

    /** Clients of the TypeScript SDK refuse structured content of errors, too, that the schema does not allow. */
    @Test
    void errorsAreDescribedToo() {
        for (Map<String, Object> document : List.of(SchemaJson.result(), ListSchema.result())) {
            check(ErrorJson.result("The sentence.", "NOT_A_FILE", "/f"), document);
            check(ErrorJson.result("The sentence.", "BAD_ARGUMENT", null), document);
            Map<?, ?> members = (Map<?, ?>) document.get("properties");
            Object codes = ((Map<?, ?>) members.get("code")).get("enum");
            assertEquals(
                    List.of(ErrorCode.values()),
                    ((List<?>) codes)
                            .stream()
                                    .map(code -> ErrorCode.valueOf((String) code))
                                    .toList());
        }
        assertEquals(List.of(), List.copyOf(faults));
    }

    /** A shape that is said once may be meant often. */
    @Test
    void noShapeIsSaidTwice() {
        for (Map<String, Object> document : List.of(SchemaJson.result(), ListSchema.result())) {
            String text = JsonWriter.text(document);
            Map<?, ?> defined = (Map<?, ?>) document.get("$defs");
            defined.forEach((name, shape) -> {
                assertTrue(text.contains("{\"$ref\":\"#/$defs/" + name + "\"}"), () -> name + " is not used");
                String once = JsonWriter.text(Map.of("", shape));
                String inside = once.substring("{\"\":".length(), once.length() - 1);
                assertEquals(text.indexOf(inside), text.lastIndexOf(inside), () -> name + " is said twice");
            });
        }
    }

    @Test
    void theDescriptionOfANumberSaysItsUnit() {
        units("result", SchemaJson.result());
        assertEquals(List.of(), List.copyOf(faults));
        assertTrue(described > 100, "only " + described + " members");
    }

    private void check(IcmpReport report) {
        check(ReportJson.full("f", report, NOW), SchemaJson.result());
    }

    private void check(Map<String, ?> result, Map<String, ?> schema) {
        List<?> either = (List<?>) schema.get("anyOf");
        Stream<List<?>> required = either.stream().map(one -> (List<?>) ((Map<?, ?>) one).get("required"));
        assertTrue(required.anyMatch(result.keySet()::containsAll), result.keySet()::toString);
        shapes = (Map<?, ?>) schema.get("$defs");
        value("result", result, schema);
    }

    /** A reference is followed, and has nothing beside it. */
    private Map<?, ?> shape(Map<?, ?> schema) {
        if (!(schema.get("$ref") instanceof String reference)) {
            return schema;
        }
        assertEquals(1, schema.size());
        return (Map<?, ?>) shapes.get(reference.substring("#/$defs/".length()));
    }

    private void value(String path, Object value, Map<?, ?> referring) {
        Map<?, ?> schema = shape(referring);
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
        Object described = known != null ? known : ofPattern(name, schema);
        if (described instanceof Map<?, ?> member) {
            value(path, value, member);
        } else {
            faults.add(path + " is not described");
        }
    }

    /** The patterns of shapes that the schema includes come before what else there may be. */
    private Object ofPattern(String name, Map<?, ?> schema) {
        List<?> included = schema.get("allOf") instanceof List<?> all ? all : List.of();
        for (Object one : included) {
            Map<?, ?> patterns = (Map<?, ?>) shape((Map<?, ?>) one).get("patternProperties");
            for (Map.Entry<?, ?> pattern : patterns.entrySet()) {
                if (Pattern.compile((String) pattern.getKey()).matcher(name).find()) {
                    return pattern.getValue();
                }
            }
        }
        return schema.get("additionalProperties");
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

    private void units(String name, Map<?, ?> referring) {
        shapes = referring.get("$defs") instanceof Map<?, ?> all ? all : shapes;
        Map<?, ?> schema = shape(referring);
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
