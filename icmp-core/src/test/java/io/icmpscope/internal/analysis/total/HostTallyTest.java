package io.icmpscope.internal.analysis.total;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.internal.analysis.Dealt;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.LimitHit;
import io.icmpscope.report.Limits;
import io.icmpscope.report.Statistics;
import io.icmpscope.report.Statistics.AddressCount;
import io.icmpscope.report.Statistics.PairCount;
import io.icmpscope.report.Statistics.Talker;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sent how much to whom. A ping has 36 bytes, a large one 128. */
class HostTallyTest {

    private static final int PING = 36;
    private static final int LARGE = 128;

    /** Five hosts of 10.0.0.0/24. */
    private static byte[] capture() {
        PingScene scene = new PingScene();
        pings(scene, 5, 3, 1, 8);
        pings(scene, 2, 1, 3, 8);
        pings(scene, 1, 2, 2, 8);
        pings(scene, 1, 3, 3, 100);
        pings(scene, 2, 3, 2, 8);
        pings(scene, 4, 3, 1, 8);
        return scene.bytes();
    }

    private static void pings(PingScene scene, int from, int to, int count, int data) {
        for (int i = 0; i < count; i++) {
            Ping ping = Ping.between("10.0.0." + from, "10.0.0." + to).data(new byte[data]);
            scene.at(i, ping.request(i));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void hostsAndPairsAreListedMostFirstAndThenByAddress(int parts) throws Exception {
        ReportDraft draft = Dealt.merged(capture(), AnalysisOptions.defaults(), Totals::new, parts);
        assertEquals(List.of(count(1, 5), count(2, 5), count(4, 1), count(5, 1)), draft.sources.entries());
        assertEquals(List.of(count(3, 7), count(1, 3), count(2, 2)), draft.destinations.entries());
        assertEquals(
                List.of(
                        pair(1, 3, 3, 3 * LARGE),
                        pair(2, 1, 3, 3 * PING),
                        pair(1, 2, 2, 2 * PING),
                        pair(2, 3, 2, 2 * PING),
                        pair(4, 3, 1, PING),
                        pair(5, 3, 1, PING)),
                draft.pairs.entries());
        assertEquals(
                List.of(
                        new Talker(host(1), 5, 3, 2 * PING + 3 * LARGE + 3 * PING),
                        new Talker(host(2), 5, 2, 5 * PING + 2 * PING),
                        new Talker(host(3), 0, 7, 3 * LARGE + 4 * PING),
                        new Talker(host(4), 1, 0, PING),
                        new Talker(host(5), 1, 0, PING)),
                draft.talkers.entries());
        assertEquals(List.of(0L, 0L, 0L, 0L), omitted(draft));
        assertFalse(draft.talkers.estimated());
    }

    @Test
    void aListThatIsCutSaysHowManyMoreThereAre() throws Exception {
        AnalysisOptions two =
                AnalysisOptions.defaults().withLimits(Limits.defaults().withListed(2));
        ReportDraft draft = Dealt.whole(capture(), two, Totals::new);
        assertEquals(List.of(4L - 2, 3L - 2, 6L - 2, 5L - 2), omitted(draft));
        assertEquals(
                List.of(host(1), host(2)),
                draft.talkers.entries().stream().map(Talker::address).toList());
        assertFalse(draft.talkers.estimated());
    }

    /** A table that has room for just these is not full. */
    @Test
    void ofManyHostsThatSendAndReceiveEachIsOneTalker() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 250; i++) {
            Ping ping = Ping.between("10.0.0." + i, "10.0.0." + (i + 1) % 250);
            scene.at(i, ping.request(1)).at(i + 0.5, ping.reply(1));
        }
        Statistics statistics = scene.report(entries(500)).statistics();
        assertEquals(250, statistics.talkers().entries().size());
        assertEquals(250, statistics.talkers().total());
        statistics.talkers().entries().forEach(talker -> assertEquals(4 * PING, talker.bytes()));
    }

    /** The side that has room counts exactly; of the other it is estimated how many there were. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whenOneTableIsFullTheNumberOfTalkersIsThatOfItsEstimate(boolean sendersAreMany) throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 200; i++) {
            String many = "10.0.0." + i;
            scene.at(
                    i,
                    Ping.between(sendersAreMany ? many : "192.0.2.1", sendersAreMany ? "192.0.2.1" : many)
                            .request(1));
        }
        IcmpReport report = scene.report(entries(50));
        Statistics statistics = report.statistics();
        var full = sendersAreMany ? statistics.sources() : statistics.destinations();
        var other = sendersAreMany ? statistics.destinations() : statistics.sources();
        assertEquals(50, full.entries().size());
        assertEquals(List.of(new AddressCount(IpAddress.v4(0xC000_0201), 200)), other.entries());
        ReportDraft parts = Dealt.merged(scene.bytes(), entries(50), Totals::new, 3);
        assertEquals(
                List.of(new AddressCount(IpAddress.v4(0xC000_0201), 200)),
                (sendersAreMany ? parts.destinations : parts.sources).entries(),
                "also of pairs that a part could not keep");
        assertEquals(51, statistics.talkers().entries().size());
        assertTrue(statistics.talkers().estimated());
        long talkers = statistics.talkers().total();
        assertTrue(talkers > 100 && talkers < 400, "201 there were, and not " + talkers);
        assertEquals(full.total(), talkers);
        String limit = sendersAreMany ? "source addresses" : "destination addresses";
        assertEquals(
                Set.of("50 of pairs of addresses", "50 of " + limit),
                told(report).filter(text -> text.contains("addresses")).collect(Collectors.toSet()));
    }

    private static Stream<String> told(IcmpReport report) {
        return report.limitsHit().stream().map((LimitHit hit) -> hit.value() + " of " + hit.limit());
    }

    private static AnalysisOptions entries(int most) {
        return AnalysisOptions.defaults().withLimits(Limits.defaults().withEntries(most));
    }

    private static List<Long> omitted(ReportDraft draft) {
        return List.of(
                draft.sources.omitted(), draft.destinations.omitted(), draft.pairs.omitted(), draft.talkers.omitted());
    }

    private static IpAddress host(int number) {
        return IpAddress.v4(0x0A00_0000 + number);
    }

    private static AddressCount count(int number, long messages) {
        return new AddressCount(host(number), messages);
    }

    private static PairCount pair(int from, int to, long messages, long bytes) {
        return new PairCount(host(from), host(to), messages, bytes);
    }
}
