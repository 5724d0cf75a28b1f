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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenumberingRuleTest {

    /** Code and flags: 80 is the test flag, RFC 2894 section 3.1. */
    @ParameterizedTest
    @CsvSource({"00, 60, HIGH", "00, 80, MEDIUM", "01, 00, LOW", "ff, 00, HIGH"})
    void whatIsWantedDecides(String code, String flags, Severity severity) throws IOException {
        Finding found = Judged.of(message("8a", code, flags)).only("ROUTER-RENUMBERING");
        assertEquals(severity, found.severity());
        assertEquals(List.of(1L), found.evidence().frames());
    }

    @Test
    void theNextTypeIsNone() throws IOException {
        assertEquals(List.of(), Judged.of(message("8b", "00", "60")).of("ROUTER-RENUMBERING"));
    }

    private static byte[] message(String type, String code, String flags) {
        byte[] message = hex(type, code, "0000 00000005 01", flags, "03e8 00000000");
        return new PingScene()
                .at(0, Packets.packet("fe80::1", "ff02::2", message))
                .bytes();
    }
}
