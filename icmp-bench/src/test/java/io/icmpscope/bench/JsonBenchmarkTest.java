package io.icmpscope.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is measured is the result that the adapter gives; that it says what the report says is tested there. */
class JsonBenchmarkTest {

    @ParameterizedTest
    @EnumSource(
            value = CaptureKind.class,
            names = {"MIXED", "PINGS", "FAMILIES"})
    void theJsonIsOneLineOfTheReport(CaptureKind kind) throws IOException, ReflectiveOperationException {
        BenchmarkReport analysed = new BenchmarkReport();
        analysed.capture = kind;
        analysed.megabytes = 2;
        String json = json(analysed);
        IcmpReport report = analysed.report();
        String counts =
                "\"total_packets\":" + report.totalPackets() + ",\"icmp_packets_found\":" + report.icmpPackets();
        String echo = "\"echo\":{\"requests\":" + report.echo().sent() + ",\"replies\":"
                + report.echo().received();
        for (String part : List.of("{\"file\":\"capture.pcap\",", counts, echo, "\"findings\":[{")) {
            assertTrue(json.contains(part), part);
        }
        assertEquals(json.length() - 1, json.indexOf("}\n") + 1);
    }

    private static String json(BenchmarkReport analysed) throws IOException, ReflectiveOperationException {
        try {
            analysed.analyze();
            return new String(new JsonBenchmark().report(analysed), StandardCharsets.UTF_8);
        } catch (NoSuchFileException | ReflectiveOperationException | LinkageError absent) {
            return abort("skipped: the adapter is not built, or is not of this build: " + absent);
        }
    }
}
