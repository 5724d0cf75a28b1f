package io.icmpscope.internal.analysis.finding.probe;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryRuleTest {

    @ParameterizedTest
    @CsvSource({"PROBE-TIMESTAMP, 0d, 0e", "PROBE-MASK, 11, 12", "PROBE-INFORMATION, 0f, 10"})
    void aQuestionIsLowAndSeveralOfWhichOneIsAnsweredAreMedium(String id, String request, String reply)
            throws IOException {
        byte[] question = message(request);
        PingScene asked = new PingScene().at(0, Packets.packet("10.0.0.1", "10.0.0.2", question));
        Finding silent = Judged.of(asked.bytes()).only(id);
        assertEquals(Severity.LOW, silent.severity());
        assertEquals(List.of(1L), silent.evidence().frames());
        asked.at(1, Packets.packet("10.0.0.2", "10.0.0.1", message(reply)));
        Finding answered = Judged.of(asked.bytes()).only(id);
        assertEquals(Severity.LOW, answered.severity());
        assertEquals(2, answered.evidence().count());
        asked.at(2, Packets.packet("10.0.0.1", "10.0.0.3", question));
        assertEquals(Severity.MEDIUM, Judged.of(asked.bytes()).only(id).severity());
    }

    @Test
    void anAnswerAloneIsNone() throws IOException {
        PingScene scene = new PingScene().at(0, Packets.packet("10.0.0.2", "10.0.0.1", message("0e")));
        assertEquals(List.of(), Judged.of(scene.bytes()).of("PROBE-TIMESTAMP"));
    }

    @Test
    void recordedQuestionsOfEachKindAreFoundOnceForWhoAsked() throws IOException {
        Judged judged = Judged.lab("queries4");
        Finding timestamp = judged.only("PROBE-TIMESTAMP");
        assertEquals(Severity.MEDIUM, timestamp.severity());
        assertEquals("icmp.type in {13, 14} && ip.addr == 10.0.1.1", timestamp.displayFilter());
        assertEquals(Severity.LOW, judged.only("PROBE-MASK").severity());
        assertEquals(Severity.LOW, judged.only("PROBE-INFORMATION").severity());
    }

    @Test
    void aPingIsNone() throws IOException {
        Judged ping = Judged.lab("ping4-clean");
        for (String id : List.of("PROBE-TIMESTAMP", "PROBE-MASK", "PROBE-INFORMATION")) {
            assertEquals(List.of(), ping.of(id));
        }
    }

    private static byte[] message(String type) {
        return join(hex(type + "00 0000 0001 0001"), zeros(12));
    }
}
