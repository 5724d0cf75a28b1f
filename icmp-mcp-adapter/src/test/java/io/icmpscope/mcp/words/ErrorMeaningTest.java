package io.icmpscope.mcp.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.message.CodePoint;
import io.icmpscope.message.CodePoints;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.ErrorGroup;
import io.icmpscope.report.ErrorGroup.Flow;
import io.icmpscope.report.ErrorGroup.Ports;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorMeaningTest {

    private static final IpAddress ROUTER = IpAddress.v4(0x0A000001);
    private static final IpAddress HERE = IpAddress.v4(0xC0000201);
    private static final IpAddress THERE = IpAddress.v4(0x0A000005);

    private static final Flow DNS = flow(17, null, 53, null, null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4|3|0|the router has no route to 10.0.0.5",
                "4|3|3|the host 10.0.0.5 has no service on UDP port 53 (domain)",
                "4|3|13|a firewall or router forbids traffic to 10.0.0.5",
                "4|11|0|the packet for 10.0.0.5 used up its hops: a traceroute, or a routing loop",
                "4|11|1|not all fragments of a packet for 10.0.0.5 arrived in time",
                "4|12|1|the packet for 10.0.0.5 lacks an option that is required",
                "6|1|0|the router has no route to 10.0.0.5",
                "6|1|4|the host 10.0.0.5 has no service on UDP port 53 (domain)",
                "6|2|0|the packet is too big for a link on the way to 10.0.0.5",
                "6|4|1|the packet for 10.0.0.5 has a next header that the reporter does not know",
                "6|100|0|the reporter dropped or refused a packet for 10.0.0.5"
            })
    void typeAndCodeAreSaidInPlainWords(int version, int type, int code, String words) {
        assertEquals(words, ErrorMeaning.of(group(version, type, code, DNS)));
    }

    @Test
    void everyAssignedErrorHasItsOwnWords() {
        for (int version = 4; version <= 6; version += 2) {
            Set<String> words = new HashSet<>();
            String other = ErrorMeaning.of(group(6, 100, 0, DNS));
            int unreachable = version == 4 ? 3 : 1;
            for (int code = 0; code < 16; code++) {
                CodePoint point = CodePoints.code(version, unreachable, code);
                if (point != null && point.status() == CodePoint.Status.ASSIGNED) {
                    String said = ErrorMeaning.of(group(version, unreachable, code, DNS));
                    assertFalse(said.equals(other), version + " " + code);
                    words.add(said);
                }
            }
            assertTrue(words.size() >= 9, () -> "so few differ: " + words);
        }
    }

    @Test
    void whoRefusesAPortDependsOnTheProtocol() {
        assertEquals(
                "a firewall refuses TCP port 22 (ssh) to 10.0.0.5",
                ErrorMeaning.of(group(4, 3, 3, flow(6, null, 22, null, null))));
        assertEquals(
                "a firewall refuses ICMP id 7 to 10.0.0.5",
                ErrorMeaning.of(group(4, 3, 3, flow(1, null, null, null, 7))));
        assertEquals(
                "the host 10.0.0.5 does not wait for UDP answers of port 53 (domain)",
                ErrorMeaning.of(group(4, 3, 3, flow(17, 53, null, null, null))));
        assertEquals(
                "the host 10.0.0.5 has no service on UDP ports 33434 to 33450: a traceroute ends there, or a scan finds"
                        + " nothing",
                ErrorMeaning.of(group(4, 3, 3, flow(17, null, null, new Ports(33_434, 33_450), null))));
    }

    @Test
    void whatWasNotQuotedIsSaidToBeMissing() {
        Flow nothing = new Flow(null, null, null, null, null, null, null);
        assertEquals(
                "the router has no route to an address that was not quoted", ErrorMeaning.of(group(4, 3, 0, nothing)));
        assertEquals("-", ErrorMeaning.traffic(nothing));
        assertNull(ErrorMeaning.service(nothing));
        ErrorGroup cut = new ErrorGroup(ROUTER, 4, 3, null, nothing, 1, null, null, List.of(1L), List.of());
        assertTrue(ErrorMeaning.of(cut).startsWith("the reporter dropped or refused"));
    }

    @ParameterizedTest
    @CsvSource({"17, 53, domain", "6, 443, https", "17, 443, https", "17, 123, ntp", "6, 123,", "17, 1,", "132, 80,"})
    void servicesAreNamedByProtocolAndPort(int protocol, int port, @Nullable String service) {
        assertEquals(service, Services.name(protocol, port));
    }

    @Test
    void protocolsWithoutANameAreNumbers() {
        assertEquals("TCP", Services.protocol(6));
        assertEquals("protocol 200", Services.protocol(200));
    }

    @Test
    void theBriefNameOfAnErrorIsThatOfItsCode() {
        assertEquals("Host Unreachable", MessageName.brief(group(4, 3, 1, DNS)));
        assertEquals("Prohibited", MessageName.brief(group(6, 1, 1, DNS)));
        assertEquals("Packet Too Big", MessageName.brief(group(6, 2, 0, DNS)));
        assertEquals("Source Quench", MessageName.brief(group(4, 4, 0, DNS)));
    }

    private static Flow flow(
            int protocol, @Nullable Integer from, @Nullable Integer to, @Nullable Ports ports, @Nullable Integer id) {
        return new Flow(HERE, THERE, protocol, from, to, ports, id);
    }

    private static ErrorGroup group(int version, int type, int code, Flow flow) {
        return new ErrorGroup(ROUTER, version, type, code, flow, 1, null, null, List.of(1L), List.of());
    }
}
