package io.icmpscope.internal.analysis.finding.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a capture holds packets twice, and which filter shows them. */
class CopiesRuleTest {

    private static final Ping PING = Ping.between("192.0.2.1", "192.0.2.2");

    /** Eight hosts are named in a filter, more are not. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7|(icmp.type in {0, 8} && ip.addr in {10.0.0.99, 10.0.0.1, 10.0.0.2, 10.0.0.3, 10.0.0.4, 10.0.0.5,"
                        + " 10.0.0.6, 10.0.0.7})",
                "8|icmp.type in {0, 8}"
            })
    void aFilterNamesEightHostsAtMost(int targets, String filter) throws IOException {
        PingScene scene = new PingScene();
        for (int target = 1; target <= targets; target++) {
            copied(scene, Ping.between("10.0.0.99", "10.0.0." + target), target);
        }
        assertEquals(filter, Judged.of(scene.bytes()).only("CAPTURE-COPIES").displayFilter());
    }

    private static void copied(PingScene scene, Ping ping, int second) {
        scene.at(1_000 * second, ping.request(1)).at(1_000 * second + 0.01, ping.request(1));
        scene.at(1_000 * second + 5, ping.reply(1)).at(1_000 * second + 5.01, ping.reply(1));
    }

    @Test
    void bothVersionsOfCopiesAreShown() throws IOException {
        PingScene scene = new PingScene();
        copied(scene, Ping.between("10.0.0.1", "10.0.0.2"), 1);
        copied(scene, Ping.between("fe80::1", "fe80::2"), 2);
        assertEquals(
                "((icmp.type in {0, 8} && ip.addr in {10.0.0.1, 10.0.0.2})"
                        + " || (icmpv6.type in {128, 129} && ipv6.addr in {fe80::1, fe80::2}))",
                Judged.of(scene.bytes()).only("CAPTURE-COPIES").displayFilter());
    }

    /** Three requests are sent again; others are captured twice. */
    @ParameterizedTest
    @CsvSource({"3, 0", "4, 1"})
    void moreCopiesThanRequestsSentAgainMakeCopies(int copies, int findings) throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < 10; i++) {
            scene.at(10_000 * i, PING.request(i));
            if (i < 3) {
                scene.at(10_000 * i + 1_500, PING.request(i));
            } else if (i < 3 + copies) {
                scene.at(10_000 * i + 0.01, PING.request(i));
            }
            scene.at(10_000 * i + 1_505, PING.reply(i));
        }
        assertEquals(findings, Judged.of(scene.bytes()).of("CAPTURE-COPIES").size());
    }
}
