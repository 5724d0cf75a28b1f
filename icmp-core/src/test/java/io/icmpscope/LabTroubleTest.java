package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.message.CodePoints;
import io.icmpscope.report.ErrorGroup;
import io.icmpscope.report.PathMtu;
import io.icmpscope.report.PayloadClassCount;
import io.icmpscope.report.RedirectGroup;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ping and traceroute printed of errors, narrow paths and redirects. */
class LabTroubleTest {

    private static final Pattern PINGED = Pattern.compile("PING (\\S+?)[ (].*");
    private static final Pattern REFUSED =
            Pattern.compile("From (\\S+) icmp_seq=\\d+ (?:Destination (?:unreachable: )?)?(.+)");

    /** Ping's words, and ours. */
    private static final Map<String, String> WORDS = Map.of(
            "Host Unreachable", "Host Unreachable",
            "Net Unreachable", "Network Unreachable",
            "Packet filtered", "Communication Administratively Prohibited",
            "Address unreachable", "address unreachable",
            "No route", "no route to destination",
            "Administratively prohibited", "communication with destination administratively prohibited");

    @ParameterizedTest
    @CsvSource({"unreachable4, 3", "unreachable6, 3"})
    void theErrorsAboutEveryPingAreThoseThatItPrinted(String scene, int pings) throws IOException {
        Map<String, Long> expected = new TreeMap<>();
        String asked = "";
        for (String line : Lab.printed(scene).lines().toList()) {
            Matcher pinged = PINGED.matcher(line);
            asked = pinged.matches() ? pinged.group(1) : asked;
            Matcher refused = REFUSED.matcher(line);
            if (refused.matches()) {
                expected.merge(refused.group(1) + " " + WORDS.get(refused.group(2)) + " " + asked, 1L, Long::sum);
            }
        }
        Map<String, Long> found = new TreeMap<>();
        for (ErrorGroup group : Lab.analyze(scene).errors().entries()) {
            if (group.original().identifier() != null) {
                String name = CodePoints.codeName(group.icmpVersion(), group.icmpType(), group.icmpCode());
                found.merge(
                        group.reporter() + " " + name + " " + group.original().destination(), group.count(), Long::sum);
            }
        }
        assertEquals(pings, expected.size());
        assertEquals(expected, found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"traceroute4-udp", "traceroute6-udp"})
    void everyRouterOfATracerouteIsOneGroup(String scene) throws IOException {
        List<ErrorGroup> errors = Lab.analyze(scene).errors().entries();
        assertEquals(4, errors.size(), errors::toString);
        assertTrue(errors.stream().allMatch(group -> group.original().destinationPorts() != null), errors::toString);
    }

    @ParameterizedTest
    @CsvSource({"pmtu4, mtu = (\\d+)", "pmtu6, mtu=(\\d+)"})
    void theMtuOfThePathIsTheOneThatPingPrinted(String scene, String pattern) throws IOException {
        Matcher printed = Pattern.compile(pattern).matcher(Lab.printed(scene));
        assertTrue(printed.find());
        List<PathMtu> paths = Lab.analyze(scene).pathMtu().entries();
        assertEquals(1, paths.size());
        PathMtu path = paths.get(0);
        assertEquals(Long.valueOf(printed.group(1)), path.mtu());
        assertEquals(1, path.events());
        assertEquals(0, path.ignored());
        assertTrue(Lab.printed(scene).contains("From " + path.reporters().get(0)));
        assertTrue(Lab.printed(scene).contains("PING " + path.destination()));
    }

    @ParameterizedTest
    @CsvSource({"redirect4, 10.0.2.2, 10.0.1.3, 2", "redirect6, 2001:db8:2::2, fe80::ff:fe00:103, 1"})
    void theRedirectIsForThePingedHost(String scene, String destination, String gateway, long count)
            throws IOException {
        List<RedirectGroup> redirects = Lab.analyze(scene).redirects().entries();
        assertEquals(1, redirects.size());
        RedirectGroup redirect = redirects.get(0);
        assertEquals(destination, String.valueOf(redirect.destination()));
        assertEquals(gateway, redirect.gateway().toString());
        assertEquals(count, redirect.count());
        assertTrue(redirect.forHost());
    }

    @ParameterizedTest
    @CsvSource({"ping4-clean, linux-iputils", "ping6-clean, linux-iputils", "ping4-pattern, time-first", "mtr4, zero"})
    void theDataPointsToTheProgramThatSentIt(String scene, String expected) throws IOException {
        List<PayloadClassCount> classes = Lab.analyze(scene).payloadClasses().entries();
        assertEquals(expected, classes.get(0).name());
    }
}
