package io.icmpscope.mcp.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.mcp.Lab;
import io.icmpscope.report.Finding;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names of a finding, written out by hand from the contract, and the room that findings have. */
class FindingJsonTest {

    private static final int LIMIT = 64 << 10;

    @ParameterizedTest
    @CsvSource({"ping4-loss, LOSS", "rogue6, RA-ROGUE"})
    void everyMemberOfAFindingHasTheNameAndTheValueOfTheContract(String scene, String id) throws IOException {
        IcmpReport report = IcmpAnalyzer.analyze(Lab.capture(scene + ".pcap"));
        Finding found = report.findings().entries().get(0);
        Map<?, ?> finding = findings(report).get(0);
        assertEquals(
                "[id, title, severity, confidence, category, summary, evidence, may_be_benign, next_step,"
                        + " display_filter, references]",
                finding.keySet().toString());
        assertEquals(id, finding.get("id"));
        assertEquals(found.title(), finding.get("title"));
        assertEquals(found.summary(), finding.get("summary"));
        assertEquals(found.mayBeBenign(), finding.get("may_be_benign"));
        assertEquals(found.nextStep(), finding.get("next_step"));
        assertEquals(found.displayFilter(), finding.get("display_filter"));
        assertEquals(found.references(), finding.get("references"));
    }

    @Test
    void lossIsToldWithItsNumbers() throws IOException {
        IcmpReport report = IcmpAnalyzer.analyze(Lab.capture("ping4-loss.pcap"));
        String json = JsonWriter.text(findings(report).get(0));
        assertTrue(
                json.contains(
                        "\"severity\":\"medium\",\"confidence\":\"high\",\"category\":\"network\",\"summary\":\""),
                json);
        // 13 of 61 requests were lost, the first in frame 3: 21.3 % are more than 20
        String evidence = json.substring(json.indexOf("\"evidence\":"));
        assertTrue(evidence.startsWith("\"evidence\":{\"count\":13,\"frames\":[3,8,"), evidence);
        assertTrue(
                evidence.contains("],\"first_time\":\"2026-11-23T07:16:3")
                        && evidence.contains(",\"last_time\":\"2026-"),
                evidence);
        assertTrue(
                evidence.contains("\"measured\":{\"metric\":\"loss_percent\",\"value\":21.311475,\"threshold\":20}}"),
                evidence);
    }

    @Test
    void aRogueRouterIsToldWithItsAddressFirst() throws IOException {
        Map<?, ?> finding =
                findings(IcmpAnalyzer.analyze(Lab.capture("rogue6.pcap"))).get(0);
        assertEquals("high", finding.get("severity"));
        assertEquals("security", finding.get("category"));
        Map<?, ?> evidence = (Map<?, ?>) finding.get("evidence");
        assertEquals(
                "[count, frames, first_time, last_time, addresses, measured]",
                evidence.keySet().toString());
        assertEquals(3L, evidence.get("count"));
        assertEquals(List.of(3L, 5L, 7L), evidence.get("frames"));
        assertEquals("fe80::ff:fe00:104", ((List<?>) evidence.get("addresses")).get(0));
        assertEquals(
                "[metric, value, threshold]",
                ((Map<?, ?>) evidence.get("measured")).keySet().toString());
    }

    @Test
    void theFindingsOfEveryRecordingAreListedInTheirOrderAndTheResultStaysShort() throws IOException {
        int most = 0;
        try (Stream<Path> captures = Files.list(Lab.capture(""))) {
            for (Path capture :
                    captures.filter(file -> file.toString().contains(".pcap")).toList()) {
                IcmpReport report = IcmpAnalyzer.analyze(capture);
                Map<String, ?> result = brief(report);
                assertTrue(JsonWriter.length(result) < LIMIT, capture::toString);
                if (result.containsKey("findings")) {
                    most = Math.max(most, listed(report, result, capture));
                }
            }
        }
        assertTrue(most >= 10, "most: " + most);
    }

    private static int listed(IcmpReport report, Map<String, ?> result, Path capture) {
        List<Map<String, Object>> findings = findings(report);
        List<String> titles =
                report.findings().entries().stream().map(Finding::title).toList();
        assertEquals(
                titles.subList(0, findings.size()),
                findings.stream().map(finding -> finding.get("title")).toList(),
                capture::toString);
        boolean all = findings.size() == report.findings().total();
        assertTrue(
                all || findings.size() == 24 || JsonWriter.length(findings) > 8 << 10,
                () -> capture + " lists only " + findings.size());
        assertEquals(!all, result.containsKey("findings_omitted"), capture::toString);
        return findings.size();
    }

    /** Each of them has three times the usual length; three are 9 KiB. */
    @Test
    void findingsHaveTenKibibytesHoweverLongTheOtherPartsAre() {
        long findings = JsonWriter.length(findings(Longest.report()));
        assertTrue(findings > 9 << 10 && findings <= 10 << 10, "findings: " + findings);
    }

    private static Map<String, ?> brief(IcmpReport report) {
        return ReportJson.brief("f", report, Instant.EPOCH);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> findings(IcmpReport report) {
        return (List<Map<String, Object>>) brief(report).get("findings");
    }
}
