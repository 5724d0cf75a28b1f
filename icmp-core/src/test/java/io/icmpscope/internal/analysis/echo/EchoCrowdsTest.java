package io.icmpscope.internal.analysis.echo;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.EchoReport;
import org.junit.jupiter.api.Test;

/** Pings of so many hosts that whoever looks for each among all others does not come to an end. */
class EchoCrowdsTest {

    private static final String A = "192.0.2.1";
    private static final String B = "192.0.2.2";

    @Test
    void aSweepAndAFloodOfRepliesFromElsewhereIsReadInReasonableTime() throws Exception {
        PingScene scene = new PingScene();
        Ping ping = Ping.between(A, B);
        for (int i = 0; i < 50_000; i++) {
            scene.at(
                    0,
                    ping.asked("10.1." + (i >> 8) + "." + (i & 0xFF)).data("a").request(1));
        }
        for (int i = 0; i < 50_000; i++) {
            scene.at(
                    1,
                    ping.asked("10.2." + (i >> 8) + "." + (i & 0xFF)).data("b").reply(1));
        }
        EchoReport echo =
                assertTimeoutPreemptively(ofSeconds(20), () -> scene.report().echo());
        assertEquals(50_000, echo.sent());
        assertEquals(0, echo.received());
    }

    @Test
    void askersWhoseAddressesShareOneHashAreReadInReasonableTime() throws Exception {
        PingScene scene = new PingScene();
        Ping ping = Ping.between("2001:db8::1", "2001:db8::2");
        for (int i = 0; i < 50_000; i++) {
            String half = Integer.toHexString(i >> 8) + ":" + Integer.toHexString(i & 0xFF);
            scene.at(
                    0, ping.asker("2001:db8:0:0:" + half + ":" + half).request(1)); // halves that cancel each other out
        }
        EchoReport echo =
                assertTimeoutPreemptively(ofSeconds(20), () -> scene.report().echo());
        assertEquals(50_000, echo.sent());
    }
}
