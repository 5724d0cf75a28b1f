package io.icmpscope.mcp.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.mcp.HandMade;
import io.icmpscope.mcp.Lab;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.ErrorGroup;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.PathMtu;
import io.icmpscope.report.PathMtu.BlackHole;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of errors, path MTUs, redirects and payload classes, written out by hand from the contract. */
class TroubleJsonTest {

    @Test
    void aPathMtuSaysWhatTheContractSays() throws IOException {
        assertEquals(
                "{\"source\":\"192.0.2.1\",\"destination\":\"198.51.100.9\",\"mtu\":1300,\"estimated\":false,"
                        + "\"reporters\":[\"192.0.2.254\"],\"events\":1,\"ignored\":0,\"black_hole\":null,"
                        + "\"first_time\":\"2023-11-14T22:13:20.000000000Z\","
                        + "\"last_time\":\"2023-11-14T22:13:20.000000000Z\",\"frames\":[1]}",
                JsonWriter.text(PathsJson.pathMtu(
                        report(HandMade.FRAGMENTATION_NEEDED)
                                .pathMtu()
                                .entries()
                                .get(0),
                        Share.WHOLE)));
    }

    @Test
    void aHintOfABlackHoleSaysWhatItIsMadeOf() {
        IpAddress address = IpAddress.v4(1);
        PathMtu path = new PathMtu(
                address, address, null, false, List.of(), 0, 0, new BlackHole(56, 9, 1_400, 5), null, null, List.of());
        String json = JsonWriter.text(PathsJson.pathMtu(path, Share.WHOLE));
        assertTrue(json.contains("\"mtu\":null,"), json);
        assertTrue(
                json.contains("\"black_hole\":{\"answered_bytes\":56,\"answered\":9,\"lost_bytes\":1400,\"lost\":5},"),
                json);
    }

    @Test
    void aRedirectSaysWhatTheContractSays() throws IOException {
        assertEquals(
                "{\"reporter\":\"192.0.2.254\",\"receiver\":\"192.0.2.1\",\"destination\":\"198.51.100.9\","
                        + "\"gateway\":\"192.0.2.253\",\"for_host\":true,\"count\":1,"
                        + "\"first_time\":\"2023-11-14T22:13:20.000000000Z\","
                        + "\"last_time\":\"2023-11-14T22:13:20.000000000Z\",\"frames\":[1]}",
                JsonWriter.text(PathsJson.redirect(
                        report(HandMade.REDIRECT).redirects().entries().get(0))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unreachable4", "traceroute6-udp", "pmtu6", "redirect4"})
    void everyMemberOfAnEntryIsInTheSchema(String scene) throws IOException {
        IcmpReport report = IcmpAnalyzer.analyze(Lab.capture(scene + ".pcap"), AnalysisOptions.defaults());
        report.errors().entries().forEach(group -> described(ErrorsJson.schema(), ErrorsJson.entry(group)));
        report.pathMtu()
                .entries()
                .forEach(path -> described(PathsJson.pathMtuSchema(), PathsJson.pathMtu(path, Share.WHOLE)));
        report.redirects().entries().forEach(one -> described(PathsJson.redirectSchema(), PathsJson.redirect(one)));
        report.payloadClasses().entries().forEach(one -> described(PayloadsJson.schema(), PayloadsJson.entry(one)));
        assertTrue(report.payloadClasses().total() > 0);
    }

    @Test
    void aGroupOfSeveralPortsHasTheirRange() throws IOException {
        IcmpReport report = IcmpAnalyzer.analyze(Lab.capture("traceroute4-udp.pcap"), AnalysisOptions.defaults());
        ErrorGroup last = report.errors().entries().get(0);
        String json = JsonWriter.text(ErrorsJson.entry(last));
        assertTrue(
                json.contains("\"dst_port\":null,\"dst_ports\":{\"from\":33443,\"to\":33453},\"icmp_id\":null}"), json);
    }

    private static void described(Schema list, Map<?, ?> entry) {
        describedObject((Map<?, ?>) list.document().get("items"), entry);
    }

    private static void describedObject(Map<?, ?> schema, Map<?, ?> entry) {
        Map<?, ?> properties = (Map<?, ?>) schema.get("properties");
        Set<Object> unknown = new LinkedHashSet<>(entry.keySet());
        unknown.removeAll(properties.keySet());
        assertEquals(Set.of(), unknown);
        entry.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner) {
                describedObject((Map<?, ?>) properties.get(name), inner);
            }
        });
    }

    private static IcmpReport report(String frame) throws IOException {
        return IcmpAnalyzer.analyze(
                ByteBuffer.wrap(HandMade.pcap().frame(0, frame).bytes()), AnalysisOptions.defaults());
    }
}
