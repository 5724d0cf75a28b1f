package io.icmpscope.internal.analysis.finding.probe;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Judged;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolRuleTest {

    @Test
    void aScannerThatHardlyAnyoneElseLooksLikeIsLow() throws IOException {
        assertTool("icmpenum", Severity.LOW, echoes(1, 666, 0, new byte[0]));
        assertTool("ISS Pinger", Severity.LOW, echoes(1, 7, 1, Packets.ascii("ISSPNGRQ" + "x".repeat(24))));
        assertTool("Sniffer Pro", Severity.LOW, echoes(1, 7, 1, Packets.ascii("Cinco Network, Inc. 1234")));
    }

    @Test
    void whatOthersSendTooIsLowFromThreeHostsOn() throws IOException {
        byte[] broadscan = Packets.ascii("abcd");
        assertTool("Broadscan", Severity.INFO, echoes(2, 0, 0, broadscan));
        assertTool("Broadscan", Severity.LOW, echoes(3, 0, 0, broadscan));
        assertTool("SuperScan", Severity.INFO, echoes(1, 7, 1, zeros(8)));
        assertTool("SuperScan", Severity.LOW, echoes(3, 7, 1, zeros(8)));
        assertTool("Nemesis", Severity.LOW, echoes(3, 0, 0, zeros(20)));
        assertTool("CyberKit", Severity.LOW, echoes(3, 7, 1, hex("aa".repeat(32))));
        assertTool("hping", Severity.INFO, echoes(1, 7, 1, Packets.ascii("X".repeat(64))));
    }

    @Test
    void identifierAndNumberMustBothFit() throws IOException {
        assertEquals(List.of(), Judged.of(echoes(3, 666, 1, new byte[0])).of("PROBE-TOOL"));
        assertEquals(List.of(), Judged.of(echoes(3, 667, 0, new byte[0])).of("PROBE-TOOL"));
        assertEquals(
                List.of(), Judged.of(echoes(3, 0, 0, Packets.ascii("abcde"))).of("PROBE-TOOL"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cacti-monitoring-system",
                "SolarWinds status query",
                "WANG2 monitor",
                "abcdefghijklmnopqrstuvwabcdefghi",
                "ABCDEFGHIJKLMNOPQRSTUVWABCDEFGHI",
                ""
            })
    void monitorsAndPingsAreNone(String data) throws IOException {
        assertEquals(List.of(), Judged.of(echoes(20, 1, 1, Packets.ascii(data))).of("PROBE-TOOL"));
    }

    private static void assertTool(String name, Severity severity, byte[] capture) throws IOException {
        Finding tool = Judged.of(capture).only("PROBE-TOOL");
        assertTrue(tool.title().contains(name), tool.title());
        assertEquals(severity, tool.severity(), tool.title());
        assertTrue(tool.evidence().frames().contains(1L), () -> tool.evidence().toString());
        assertEquals("10.0.0.1", tool.evidence().addresses().entries().get(0).toString());
    }

    private static byte[] echoes(int hosts, int identifier, int sequence, byte[] data) {
        PingScene scene = new PingScene();
        for (int i = 0; i < hosts; i++) {
            byte[] echo = Packets.echo(8, 0, identifier, sequence, data);
            scene.at(i, Packets.packet("10.0.0.1", "10.0.0." + (10 + i), echo));
        }
        return scene.bytes();
    }
}
