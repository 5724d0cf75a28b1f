package io.icmpscope.internal.analysis.finding.ping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.internal.analysis.finding.RoomWording;
import io.icmpscope.internal.analysis.finding.Wording;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * Everything that findings about pings say. Requests and replies of each recording, as tshark dissects them, were paired by
 * identifier and number in another program, which gave the same counts, frames, times, shares, percentiles and jitter; the
 * display filters were run by tshark; the sentences were read.
 */
class PingWordingTest extends RoomWording {

    @Test
    void requestsWithoutTheOtherDirectionAreShownByTheirSender() throws IOException {
        PingScene scene = new PingScene();
        Ping ping = Ping.between("10.0.0.1", "10.0.0.2");
        for (int i = 0; i < 3; i++) {
            scene.at(1_000 * i, ping.asked("10.0.0.2").request(i))
                    .at(1_000 * i + 250, ping.asked("10.0.0.3").request(i));
        }
        assertEquals("""
                INFO, confidence MEDIUM, CAPTURE
                title: Of the pings from 10.0.0.1 only requests were captured
                summary: 6 requests from 10.0.0.1 to 2 addresses were captured, and no ICMP message to it.
                measured: messages 6.0, from 5.0 on
                count: 6, 1970-01-01T00:16:40Z to 1970-01-01T00:16:42.250Z
                frames: [1, 2, 3, 4, 5, 6]
                addresses: [10.0.0.1, 10.0.0.2, 10.0.0.3]
                filter: icmp.type == 8 && ip.src == 10.0.0.1
                harmless: When all these hosts are down or filter pings, the capture is whole all the same.
                next: Look for any packet to 10.0.0.1 (ip.dst or ipv6.dst): without one, the capture shows one direction, \
                and loss and round trips say nothing.
                references: []""", Wording.of(Judged.of(scene.end().bytes()).of("ONE-WAY")));
    }

    @Test
    void repliesWithoutTheOtherDirectionAreShownByTheirReceiver() throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < 5; i++) {
            scene.at(1_000 * i, Ping.between("fe80::1", "fe80::2").reply(i));
        }
        assertEquals("""
                INFO, confidence MEDIUM, CAPTURE
                title: Replies to fe80::1 were captured without any request
                summary: 5 replies from 1 address to fe80::1 were captured, and none of its requests.
                measured: messages 5.0, from 5.0 on
                count: 5, 1970-01-01T00:16:40Z to 1970-01-01T00:16:44Z
                frames: [1, 2, 3, 4, 5]
                addresses: [fe80::1, fe80::2]
                filter: icmpv6.type == 129 && ipv6.dst == fe80::1
                harmless: A capture that begins in the middle of a ping holds replies before the first request; a mirrored \
                port may deliver one direction.
                next: Capture where both directions pass. If the requests are not there either, someone sends them in the \
                name of fe80::1.
                references: []""", Wording.of(Judged.of(scene.end().bytes()).of("ONE-WAY")));
    }

    @Test
    void ofOneDirectionTotalLossIsUncertain() throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < 3; i++) {
            scene.at(1_000 * i, Ping.between("fe80::1", "fe80::2").request(i));
        }
        assertEquals("""
                INFO, confidence LOW, NETWORK
                title: No reply to the ping from fe80::1 to fe80::2 was captured
                summary: None of 3 requests from fe80::1 to fe80::2 got an answer. The capture holds no ICMP message to \
                fe80::1 at all, so it may show one direction only; other traffic was not looked at.
                measured: unanswered_requests 3.0, from 3.0 on
                count: 3, 1970-01-01T00:16:40Z to 1970-01-01T00:16:42Z
                frames: [1, 2, 3]
                addresses: [fe80::2, fe80::1]
                filter: icmpv6.type == 128 && !(icmpv6.type in {1, 2, 3, 4}) && ipv6.src == fe80::1 && ipv6.dst == fe80::2 \
                && icmpv6.echo.identifier == 4660
                harmless: A capture of one direction (asymmetric routes, a mirrored port, a capture filter) looks the same.
                next: Look for any other packet from fe80::2 in the capture, or try another protocol: a host that answers \
                on a TCP port is up.
                references: [RFC 1122 section 3.2.2.6, RFC 4443 section 4.2, RFC 6673]""", Wording.of(Judged.of(scene.end().bytes()).of("LOSS")));
    }
}
