package io.icmpscope.internal.analysis.finding.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Probes of real programs, and what only looks like them. */
class RecordedProbesTest {

    @ParameterizedTest
    @CsvSource({
        "sweep4-fping, SWEEP, MEDIUM",
        "sweep4-slow, SWEEP, MEDIUM",
        "sweep4-echo, SWEEP, MEDIUM",
        "sweep4-timestamp, SWEEP, MEDIUM",
        "sweep4-mask, SWEEP, MEDIUM",
        "monitor4, SWEEP, INFO",
        "sweep4-timestamp, PROBE-TIMESTAMP, MEDIUM",
        "sweep4-mask, PROBE-MASK, LOW",
        "nmap4-os, PROBE-NMAP-OS, MEDIUM",
        "nmap4-udp, SCAN-UDP, MEDIUM",
        "balanced4, TTL-ANOMALY, INFO"
    })
    void whatAProgramDidIsFound(String scene, String id, Severity severity) throws IOException {
        assertEquals(severity, Judged.lab(scene).only(id).severity());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mtr4-targets", "ping4-random", "ping4-sizes", "vrrp4", "ping4-clean", "traceroute4-icmp"})
    void whatOnlyLooksLikeItIsNone(String scene) throws IOException {
        for (String id : List.of("SWEEP", "SCAN-UDP", "PROBE-TOOL", "PROBE-NMAP-OS", "TTL-ANOMALY", "COVERT-FIELD")) {
            assertEquals(List.of(), Judged.lab(scene).of(id));
        }
    }

    @Test
    void aSearchThatEndsBeforeTheAnswersIsLow() throws IOException {
        Finding sweep = Judged.corpus("10d34605bb_test12-icmp-portscan.pcap").only("SWEEP");
        assertEquals(Severity.LOW, sweep.severity());
    }
}
