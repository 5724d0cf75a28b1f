package io.icmpscope.internal.analysis.total;

import static io.icmpscope.handmade.Bytes.hex;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.internal.analysis.Dealt;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Limits;
import io.icmpscope.report.Statistics;
import io.icmpscope.report.Statistics.AddressCount;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who could not be reached is not who was told so. */
class UnreachableTallyTest {

    private static final String HERE = "20010db8000000000000000000000001";
    private static final String THERE = "20010db8000000000000000000000007";
    private static final String ROUTER = "20010db80000000000000000000000fe";

    /** Trap 10. */
    @Test
    void theUnreachableHostIsTheOneThatTheQuotedDatagramWasSentTo() throws Exception {
        byte[] hostUnreachable = hex(
                "45 00 0038 0001 0000 40 01 0000 cb007101 c0000201", // a router tells 192.0.2.1
                "03 01 0000 00000000",
                "45 00 001c 0001 0000 01 11 0000 c0000201 c6336407", // of a datagram to 198.51.100.7
                "c000 0035 0008 0000");
        byte[] addressUnreachable = hex(
                "60000000 0038 3a 40" + ROUTER + HERE,
                "01 03 0000 00000000",
                "60000000 0008 11 01" + HERE + THERE,
                "c000 0035 0008 0000");
        Statistics statistics = new PingScene()
                .at(0, hostUnreachable)
                .at(1, addressUnreachable)
                .report()
                .statistics();
        assertEquals(
                List.of("198.51.100.7", "2001:db8::7"),
                names(statistics.unreachable().entries()));
        assertEquals(
                List.of("192.0.2.1", "2001:db8::1"),
                names(statistics.unreachableReceivers().entries()));
    }

    @ParameterizedTest
    @CsvSource({"02, 0", "03, 0", "04, 0", "00, 1", "01, 1", "05, 1", "0d, 1"}) // protocol, port, MTU; others
    void aHostThatRefusesAPortWasReached(String code, int unreachable) throws Exception {
        byte[] error = hex(
                "45 00 0038 0001 0000 40 01 0000 c6336407 c0000201",
                "03" + code + "0000 00000000",
                "45 00 001c 0001 0000 01 11 0000 c0000201 c6336407",
                "c000 0035 0008 0000");
        Statistics statistics = new PingScene().at(0, error).report().statistics();
        assertEquals(unreachable, statistics.unreachable().total());
        assertEquals(1, statistics.unreachableReceivers().total());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whatSeveralPartsSawIsAddedUpMostFirst(int parts) throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 6; i++) {
            scene.at(i, hostUnreachable(i < 2 ? 1 : 2, i < 5 ? 9 : 7));
        }
        scene.at(6, Ping.between("192.0.2.1", "192.0.2.2").request(1));
        ReportDraft draft = Dealt.merged(scene.bytes(), AnalysisOptions.defaults(), UnreachableTally::new, parts);
        assertEquals(List.of("198.51.100.9 5", "198.51.100.7 1"), counts(draft.unreachable.entries()));
        assertEquals(List.of("192.0.2.2 4", "192.0.2.1 2"), counts(draft.unreachableReceivers.entries()));
    }

    @Test
    void moreHostsThanAreKeptAreALimit() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 40; i++) {
            scene.at(i, hostUnreachable(i, i));
        }
        IcmpReport report = scene.report(
                AnalysisOptions.defaults().withLimits(Limits.defaults().withEntries(10)));
        assertEquals(10, report.statistics().unreachable().entries().size());
        assertEquals(
                2,
                report.limitsHit().stream()
                        .filter(hit -> hit.value() == 10 && hit.limit().contains("unreachable"))
                        .filter(hit -> hit.limit().equals("unreachable addresses")
                                || hit.limit().equals("receivers of unreachable errors"))
                        .count(),
                report.limitsHit()::toString);
    }

    /** A router tells 192.0.2.x that it cannot reach 198.51.100.y. */
    private static byte[] hostUnreachable(int receiver, int destination) {
        String told = String.format("c00002%02x", receiver);
        return hex(
                "45 00 0038 0001 0000 40 01 0000 cb007101" + told,
                "03 01 0000 00000000",
                "45 00 001c 0001 0000 01 11 0000" + told + String.format("c63364%02x", destination),
                "c000 0035 0008 0000");
    }

    private static List<String> counts(List<AddressCount> counts) {
        return counts.stream()
                .map(count -> count.address() + " " + count.count())
                .toList();
    }

    private static List<String> names(List<AddressCount> counts) {
        return counts.stream().map(count -> count.address().toString()).toList();
    }
}
