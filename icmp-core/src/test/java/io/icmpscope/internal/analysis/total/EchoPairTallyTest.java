package io.icmpscope.internal.analysis.total;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Limits;
import io.icmpscope.report.Listing;
import io.icmpscope.report.Statistics.EchoPair;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which identifiers the pings of a capture carry, whoever sent them. */
class EchoPairTallyTest {

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 1", "3, 0", "4, 0"})
    void theSmallestIdentifiersAreListedAndTheOthersAreCounted(int listed, long omitted) throws Exception {
        Ping ping = Ping.between("192.0.2.1", "192.0.2.2");
        PingScene scene = new PingScene()
                .at(0, ping.identifier(700).request(1))
                .at(1, ping.identifier(700).reply(1))
                .at(2, ping.identifier(3).request(1))
                .at(3, ping.identifier(300).reply(1));
        Listing<EchoPair> pairs = scene.report(
                        AnalysisOptions.defaults().withLimits(Limits.defaults().withListed(listed)))
                .statistics()
                .echoPairs();
        List<EchoPair> all = List.of(new EchoPair(3, 1, 0), new EchoPair(300, 0, 1), new EchoPair(700, 1, 1));
        assertEquals(new Listing<>(all.subList(0, Math.min(listed, 3)), omitted), pairs);
    }
}
