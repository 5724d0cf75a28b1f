package io.icmpscope.internal.analysis.finding.probe;

import static io.icmpscope.handmade.Bytes.hex;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeInformationRuleTest {

    private static final byte[] QUERY = hex("8b01 0000 0002 0000 0102030405060708 00");
    private static final byte[] REPLY = hex("8c00 0000 0002 0000 0102030405060708 00000000 04 686f7374 00 00");

    @Test
    void aQuestionIsGoodToKnowAndAnAnswerLow() throws IOException {
        PingScene scene = new PingScene().at(0, Packets.packet("2001:db8::1", "2001:db8::2", QUERY));
        assertEquals(
                Severity.INFO, Judged.of(scene.bytes()).only("NODE-INFORMATION").severity());
        scene.at(1, Packets.packet("2001:db8::2", "2001:db8::1", REPLY));
        Finding told = Judged.of(scene.bytes()).only("NODE-INFORMATION");
        assertEquals(Severity.LOW, told.severity());
        assertEquals("Node information was given to 2001:db8::1", told.title());
    }

    @Test
    void anAnswerToAGroupsQuestionIsOneToWhoAsked() throws IOException {
        PingScene scene = new PingScene()
                .at(0, Packets.packet("fe80::1", "ff02::1", QUERY))
                .at(1, Packets.packet("fe80::2", "fe80::1", REPLY));
        Finding told = Judged.of(scene.bytes()).only("NODE-INFORMATION");
        assertEquals(Severity.LOW, told.severity());
        assertEquals(List.of(1L, 2L), told.evidence().frames());
    }

    @Test
    void aPingIsNone() throws IOException {
        assertEquals(List.of(), Judged.lab("ping6-clean").of("NODE-INFORMATION"));
    }

    @Test
    void recordedQuestionsAreFound() throws IOException {
        assertEquals(
                Severity.INFO, Judged.lab("multicast6").only("NODE-INFORMATION").severity());
    }
}
