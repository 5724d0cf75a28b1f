package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.message.IpAddress;
import io.icmpscope.message.MulticastListener;
import io.icmpscope.report.MulticastGroup;
import io.icmpscope.report.PacketEntry;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The groups that hosts joined and left, and who asked for them. */
class LabGroupTest {

    private static final String QUERIER = "fe80::ff:fe00:199"; // the bridge of the link

    @Test
    void everyGroupThatAProgramJoinedIsOne() throws IOException {
        Set<String> joined = new TreeSet<>();
        Pattern.compile("(?m)^joined (\\S+)")
                .matcher(Lab.printed("mld6"))
                .results()
                .forEach(line -> joined.add(line.group(1)));
        assertEquals(4, joined.size());
        assertEquals(
                joined,
                Lab.analyze("mld6").multicast().entries().stream()
                        .map(group -> group.group().toString())
                        .filter(group -> group.startsWith("ff0e:") || group.startsWith("ff3e:"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Who left again is still told; h3 speaks version 1, see mld6 in src/lab/scenes-queries.sh. */
    @ParameterizedTest
    @CsvSource({
        "ff0e::1234, 2, fe80::ff:fe00:101 fe80::ff:fe00:102",
        "ff0e::5678, 1, fe80::ff:fe00:103",
        "ff0e::9abc, 2, fe80::ff:fe00:101",
        "ff3e::1234, 2, fe80::ff:fe00:101",
    })
    void itsListenersAreTheHostsOnWhichTheProgramRan(String address, int version, String listeners) throws IOException {
        MulticastGroup group = group(address);
        assertEquals(
                List.of(listeners.split(" ")),
                group.listeners().entries().stream().map(IpAddress::toString).toList());
        assertEquals(version, group.version());
        assertTrue(group.reports() > 1, "it was joined and left");
    }

    /** As ip shows them on h2. */
    @Test
    void aHostListensToTheGroupsOfItsAddresses() throws IOException {
        List<String> printed = Pattern.compile("inet6 (ff02::1:ff\\S+)")
                .matcher(Lab.printed("mld6"))
                .results()
                .map(line -> line.group(1))
                .toList();
        assertEquals(2, printed.size());
        for (String address : printed) {
            assertEquals(
                    "[fe80::ff:fe00:102]", group(address).listeners().entries().toString());
        }
    }

    /** The group of all nodes is joined by all and reported by none, RFC 2710 section 5. */
    @Test
    void theGroupOfAllNodesIsReportedByNone() throws IOException {
        assertTrue(Lab.printed("mld6").contains("inet6 ff02::1\n"));
        assertTrue(Lab.analyze("mld6").multicast().entries().stream()
                .noneMatch(group -> group.group().toString().equals("ff02::1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"::", "ff0e::1234", "ff0e::9abc", "ff3e::1234"})
    void theQueriesForAGroupAreThoseOfTheBridge(String address) throws IOException {
        MulticastGroup group = group(address);
        assertEquals("[" + QUERIER + "]", group.queriers().entries().toString());
        long queries = 0;
        for (PacketEntry packet : Lab.packets("mld6")) {
            if (packet.message() instanceof MulticastListener.QueryVersion2 query
                    && query.group().toString().equals(address)) {
                queries++;
            }
        }
        assertEquals(queries, group.queries());
        assertTrue(queries > 0);
    }

    private static MulticastGroup group(String address) throws IOException {
        return Lab.analyze("mld6").multicast().entries().stream()
                .filter(group -> group.group().toString().equals(address))
                .findFirst()
                .orElseThrow(() -> new AssertionError(address));
    }
}
