package io.icmpscope.internal.analysis.finding.flood;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Ping;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReflectionRuleTest {

    private static final String VICTIM = "203.0.113.5";

    private static Ping from(int host) {
        return Ping.between(VICTIM, "198.51.100." + host);
    }

    private static Scene replies(int count, int hosts) {
        return new Scene().rate(50, count, i -> from(1 + i % hosts).reply(i));
    }

    @Test
    void repliesThatNobodyAskedForAreFound() throws IOException {
        Finding reflection = replies(100, 10)
                .now(Ping.between("192.0.2.1", VICTIM).request(1))
                .now(Ping.between("192.0.2.1", VICTIM).reply(1))
                .judged()
                .only("REFLECTION");
        assertEquals(Severity.HIGH, reflection.severity(), "what the host sends is captured");
        assertEquals(100, reflection.evidence().count());
        assertEquals(10, reflection.evidence().frames().size());
    }

    @Test
    void aCaptureOfOneWayIsNoProof() throws IOException {
        assertEquals(Severity.INFO, replies(100, 10).judged().only("REFLECTION").severity());
    }

    @Test
    void justTooFewAreNone() throws IOException {
        assertEquals(0, replies(99, 10).judged().of("REFLECTION").size());
        assertEquals(0, replies(200, 9).judged().of("REFLECTION").size());
    }

    @Test
    void aSweepThatIsAnsweredIsNone() throws IOException {
        Scene scene = new Scene()
                .rate(
                        100,
                        400,
                        i -> i % 2 == 0
                                ? from(1 + i / 2 % 200).request(i / 2)
                                : from(1 + i / 2 % 200).reply(i / 2));
        assertEquals(0, scene.judged().of("REFLECTION").size());
    }

    @Test
    void norIsOneOfWhichSomeRequestsAreMissing() throws IOException {
        Scene scene = new Scene()
                .rate(
                        100,
                        40,
                        i -> i % 2 == 0
                                ? from(1 + i / 2).request(i / 2)
                                : from(1 + i / 2).reply(i / 2));
        scene.rate(100, 150, i -> from(50 + i % 100).reply(i));
        assertEquals(0, scene.judged().of("REFLECTION").size());
    }
}
