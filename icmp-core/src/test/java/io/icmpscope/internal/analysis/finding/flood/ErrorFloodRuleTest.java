package io.icmpscope.internal.analysis.finding.flood;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.Trace;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Floods of errors: {@link ErrorFloodRule} and {@link BlackNurseRule}. */
class ErrorFloodRuleTest {

    private static final String TARGET = "203.0.113.5";
    private static final String SENDER = "198.51.100.7";

    /** What hping3 quotes unless it is told otherwise. */
    private static final byte[] STRANGE = Trace.between("1.2.3.4", "5.6.7.8").udp(64, 1111, 2222, 0);

    private static byte[] strange(int type, int code) {
        return Scene.to(TARGET, Trace.error(SENDER, type, code, STRANGE));
    }

    @Test
    void hundredsOfErrorsASecondAreFound() throws IOException {
        Finding flood = new Scene().rate(250, 750, i -> strange(11, 0)).judged().only("FLOOD-ERROR");
        assertEquals(Severity.MEDIUM, flood.severity());
        assertEquals(10, flood.evidence().frames().size());
        assertTrue(flood.summary().contains("1 host; 0 % of them are about a datagram"), flood::summary);
    }

    @Test
    void justTooFewAreNone() throws IOException {
        assertEquals(
                Set.of(), floods(new Scene().rate(99, 990, i -> strange(11, 0)).judged()));
    }

    @Test
    void errorsThatAHostBringsUponItselfAreLow() throws IOException {
        Trace asked = Trace.between(TARGET, SENDER);
        Judged judged = new Scene()
                .rate(600, 4_200, i -> i % 2 == 0 ? asked.udp(64, 9) : Trace.error(SENDER, 3, 3, asked.udp(64, 9)))
                .judged();
        assertEquals(Set.of("FLOOD-ERROR"), floods(judged), "and no BLACKNURSE, although there are 300 a second");
        assertEquals(Severity.LOW, judged.only("FLOOD-ERROR").severity());
    }

    @Test
    void aLastingFloodOfPortUnreachableHasItsOwnName() throws IOException {
        Judged judged = new Scene().rate(250, 1_500, i -> strange(3, 3)).judged();
        assertEquals(Set.of("BLACKNURSE"), floods(judged));
        assertEquals(Severity.MEDIUM, judged.only("BLACKNURSE").severity());
    }

    @Test
    void aShortOneIsAFloodOfErrors() throws IOException {
        assertEquals(
                Set.of("FLOOD-ERROR"),
                floods(new Scene().rate(250, 1_000, i -> strange(3, 3)).judged()));
    }

    @Test
    void aSlowerOneToo() throws IOException {
        assertEquals(
                Set.of("FLOOD-ERROR"),
                floods(new Scene().rate(199, 2_000, i -> strange(3, 3)).judged()));
    }

    @Test
    void manySendersThatQuoteTheReceiverAreNoExcuse() throws IOException {
        Trace forged = Trace.between(TARGET, SENDER);
        Judged judged = new Scene()
                .rate(1_000, 6_000, i -> Trace.error("198.51.100." + i % 20, 3, 3, forged.udp(64, 9)))
                .judged();
        assertEquals(Severity.HIGH, judged.only("BLACKNURSE").severity());
    }

    /** A tenth of the errors are about pings that the capture has, from more hosts than one fault would have. */
    @ParameterizedTest
    @CsvSource({"10, LOW", "11, MEDIUM"})
    void errorsOfManyHostsAreAHostsOwnDoingWhenTheCaptureHasWhatTheyAreAbout(int every, Severity severity)
            throws IOException {
        Scene scene = new Scene();
        for (int i = 0; i < 110 * every; i++) {
            byte[] request = Ping.between(TARGET, "198.51.100." + i % 20).request(i);
            byte[] error = Trace.error("192.0.2." + i % 20, 11, 0, request);
            if (i % every == 0) {
                scene.now(request);
            }
            scene.rate(250, 1, only -> error);
        }
        assertEquals(severity, scene.judged().only("FLOOD-ERROR").severity());
    }

    private static Set<String> floods(Judged judged) {
        Set<String> floods = new TreeSet<>(judged.ids());
        floods.retainAll(Set.of("FLOOD-ERROR", "BLACKNURSE"));
        return floods;
    }
}
