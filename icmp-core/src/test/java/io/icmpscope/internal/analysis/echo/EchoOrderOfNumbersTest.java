package io.icmpscope.internal.analysis.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.EchoReport;
import io.icmpscope.report.EchoSession;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests are found by their sequence numbers, in whatever order these come. */
class EchoOrderOfNumbersTest {

    private static final Ping PING = Ping.between("192.0.2.1", "192.0.2.2");

    /** All are asked before any is answered; the first is answered last. */
    @ParameterizedTest
    @ValueSource(strings = {"1 2 3 4 5 6 7 8 9", "9 8 7 6 5", "2 1", "5 1 9 2 8", "1 2 3 9 4 5", "65534 65535 0 1 7 2"})
    void eachIsAnsweredInAnyOrder(String order) throws Exception {
        PingScene scene = new PingScene();
        List<Integer> numbers =
                List.of(order.split(" ")).stream().map(Integer::valueOf).toList();
        for (int i = 0; i < numbers.size(); i++) {
            scene.at(i * 10, PING.request(numbers.get(i)));
        }
        for (int i = numbers.size() - 1; i >= 0; i--) {
            scene.at(200 - i, PING.reply(numbers.get(i)));
        }
        EchoSession session = scene.end().session();
        assertEquals(numbers.size(), session.sent());
        assertEquals(numbers.size(), session.received());
        assertEquals(0, session.unsolicited());
        assertEquals(numbers.size() - 1, session.outOfOrder());
    }

    @Test
    void aNumberBehindTheLatestThatWasAskedBeforeIsSentAgain() throws Exception {
        EchoSession session = new PingScene()
                .at(0, PING.request(2))
                .at(10, PING.request(1))
                .at(20, PING.request(2))
                .at(30, PING.reply(2))
                .at(40, PING.reply(1))
                .end()
                .session();
        assertEquals(2, session.sent());
        assertEquals(1, session.retransmissions());
        assertEquals(2, session.received());
    }

    /** As many as there are numbers: what follows the latest is the first. */
    @Test
    void allNumbersMayBeOnTheirWay() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 1 << 16; i++) {
            scene.at(i * 0.5, PING.request(i));
        }
        EchoSession session = scene.at(33_000, PING.reply(0))
                .at(33_001, PING.reply(65_535))
                .end()
                .session();
        assertEquals(65_536, session.sent());
        assertEquals(2, session.received());
    }

    /** So that the tables that hold them grow, and are emptied while others come. */
    @Test
    void manyPingsAtOnceWhoseNumbersAreMixedAreAllAnswered() throws Exception {
        Random random = new Random(3);
        List<Ping> pings = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            pings.add(Ping.between("10.0.0." + i, "192.0.2.2").identifier(i));
        }
        PingScene scene = new PingScene();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            numbers.add(i);
        }
        for (int round = 0; round < 3; round++) {
            Collections.shuffle(numbers, random);
            for (int number : numbers) {
                for (Ping ping : pings) {
                    scene.at(20_000 * round + number * 0.01, ping.request(number));
                }
            }
            Collections.shuffle(numbers, random);
            for (int number : numbers) {
                for (Ping ping : pings) {
                    scene.at(20_000 * round + 10, ping.reply(number));
                }
            }
        }
        EchoReport echo = scene.end().report().echo();
        assertEquals(8 * 200 * 3, echo.sent());
        assertEquals(8 * 200 * 3, echo.received());
        for (EchoSession session : echo.sessions().entries()) {
            assertEquals(600, session.sent());
            assertEquals(600, session.received());
            assertEquals(0, session.unsolicited());
        }
    }
}
