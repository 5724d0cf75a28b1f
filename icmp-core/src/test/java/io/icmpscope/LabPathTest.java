package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.message.CodePoints;
import io.icmpscope.message.DestinationUnreachable;
import io.icmpscope.message.IcmpError;
import io.icmpscope.message.PacketTooBig;
import io.icmpscope.message.Redirect;
import io.icmpscope.message.TimeExceeded;
import io.icmpscope.report.PacketEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The routers and errors that we read from recordings are those that traceroute and ping printed. */
class LabPathTest {

    private static final Pattern HOP = Pattern.compile("(?m)^ *\\d+  ([0-9a-f.:]+)  [0-9.]+ ms");

    @ParameterizedTest
    @ValueSource(
            strings = {"traceroute4-udp", "traceroute4-icmp", "traceroute4-tcp", "traceroute6-udp", "traceroute6-icmp"})
    void theRoutersThatLetProbesExpireAreTheHopsThatTraceroutePrinted(String scene) throws IOException {
        List<String> hops = new ArrayList<>();
        Matcher hop = HOP.matcher(Lab.printed(scene));
        while (hop.find()) {
            hops.add(hop.group(1));
        }
        String target = hops.remove(hops.size() - 1);

        Set<String> routers = new TreeSet<>(); // 16 probes are under way at once: their order says nothing
        for (PacketEntry packet : Lab.packets(scene)) {
            if (packet.message() instanceof TimeExceeded message) {
                routers.add(packet.source().toString());
                assertEquals(target, message.quoted().destination().toString());
                assertEquals(packet.destination(), message.quoted().source());
                assertEquals(1, message.quoted().ttl());
            }
        }
        assertEquals(3, hops.size());
        assertEquals(Set.copyOf(hops), routers);
    }

    @ParameterizedTest
    @CsvSource({
        "unreachable4, 10.0.2.99, Host Unreachable",
        "unreachable4, 198.51.100.1, Network Unreachable",
        "unreachable4, 10.0.77.1, Communication Administratively Prohibited",
        "unreachable4, 10.0.2.2, Port Unreachable",
    })
    void theUnreachableHostIsTheOneThatPingAsked(String scene, String host, String reason) throws IOException {
        Set<String> reasons = new TreeSet<>();
        for (PacketEntry packet : Lab.packets(scene)) {
            if (packet.message() instanceof DestinationUnreachable message
                    && message.quoted().destination().toString().equals(host)) {
                reasons.add(CodePoints.codeName(packet.icmpVersion(), packet.icmpType(), packet.icmpCode()));
            }
        }
        assertEquals(Set.of(reason), reasons);
        boolean reached = reason.equals("Port Unreachable"); // it said so itself
        assertEquals(
                !reached,
                Lab.analyze(scene).statistics().unreachable().entries().stream()
                        .anyMatch(counted -> counted.address().toString().equals(host)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pmtu4", "pmtu6"})
    void thePathMtuIsTheOneThatPingPrinted(String scene) throws IOException {
        assertTrue(Lab.printed(scene).contains("1300"));
        long errors = 0;
        for (PacketEntry packet : Lab.packets(scene)) {
            if (packet.message() instanceof PacketTooBig message) {
                assertEquals(1300, message.mtu());
                errors++;
            } else if (packet.message() instanceof DestinationUnreachable message) {
                assertEquals(1300, message.nextHopMtu());
                errors++;
            }
        }
        assertEquals(1, errors);
    }

    @Test
    void theRedirectNamesTheGatewayThatPingPrinted() throws IOException {
        List<String> gateways = new ArrayList<>();
        for (PacketEntry packet : Lab.packets("redirect4")) {
            if (packet.message() instanceof Redirect message) {
                gateways.add(message.gateway().toString());
            }
        }
        assertEquals(List.of("10.0.1.3", "10.0.1.3"), gateways);
        assertTrue(Lab.printed("redirect4").contains("New nexthop: 10.0.1.3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unreachable4", "unreachable6", "traceroute4-udp", "pmtu4"})
    void everyErrorQuotesTheDatagramThatItsReceiverSent(String scene) throws IOException {
        long errors = 0;
        for (PacketEntry packet : Lab.packets(scene)) {
            if (packet.message() instanceof IcmpError error) {
                assertEquals(packet.destination(), error.quoted().source());
                errors++;
            }
        }
        assertTrue(errors > 0);
    }
}
