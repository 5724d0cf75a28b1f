package io.icmpscope.internal.analysis.trouble;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.internal.analysis.trouble.Told.error4;
import static io.icmpscope.internal.analysis.trouble.Told.error6;
import static io.icmpscope.internal.analysis.trouble.Told.ported4;
import static io.icmpscope.internal.analysis.trouble.Told.udp6;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.handmade.Pcapng;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.internal.analysis.collect.EchoSize;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.PathMtu;
import io.icmpscope.report.PathMtu.BlackHole;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathMtuFoldTest {

    private static final String HERE = "192.0.2.1";
    private static final String THERE = "198.51.100.7";
    private static final IpAddress HERE_ADDRESS = IpAddress.v4(0xC0000201);
    private static final IpAddress THERE_ADDRESS = IpAddress.v4(0xC6336407);

    @Test
    void theSmallestMtuOfAPathCountsWhoeverReportsIt() throws Exception {
        PathMtu path = only(new PingScene()
                .at(0, tooBig("203.0.113.9", 1_400, 1_500))
                .at(100, tooBig("203.0.113.1", 1_300, 1_400))
                .at(200, tooBig("203.0.113.9", 1_400, 1_500)));
        assertEquals(HERE, path.source().toString());
        assertEquals(THERE, path.destination().toString());
        assertEquals(1_300L, path.mtu());
        assertFalse(path.estimated());
        assertEquals("[203.0.113.1, 203.0.113.9]", path.reporters().toString());
        assertEquals(3, path.events());
        assertEquals(0, path.ignored());
        assertEquals(List.of(1L, 2L, 3L), path.frames());
        assertNull(path.blackHole());
    }

    @Test
    void aPacketTooBigOfIcmpv6SaysTheSame() throws Exception {
        PathMtu path = only(
                new PingScene().at(0, error6("2001:db8::fe", 2, 0, 1_280, udp6("2001:db8::1", "2001:db8::7", 1_500))));
        assertEquals("2001:db8::7", path.destination().toString());
        assertEquals(1_280L, path.mtu());
    }

    /** RFC 1191 section 7. */
    @ParameterizedTest
    @CsvSource({"1500, 1492", "1492, 1006", "1006, 508", "576, 508", "68, 68", "40, 68", "9000, 8166", "65535, 32000"})
    void anMtuOfZeroIsThePlateauBelowTheQuotedLength(int length, long mtu) throws Exception {
        PathMtu path = only(new PingScene().at(0, tooBig("203.0.113.1", 0, length)));
        assertEquals(mtu, path.mtu());
        assertTrue(path.estimated());
    }

    @Test
    void whatARouterReportsCountsMoreThanAnEstimate() throws Exception {
        PathMtu path = only(
                new PingScene().at(0, tooBig("203.0.113.1", 0, 1_500)).at(10, tooBig("203.0.113.2", 1_496, 1_500)));
        assertEquals(1_496L, path.mtu());
        assertFalse(path.estimated());
    }

    @ParameterizedTest
    @CsvSource({
        "999, 1500, 0", // on its way already
        "1000, 1500, 1",
        "1000, 1301, 1",
        "1000, 1300, 0", // another link is narrower
        "299999, 1500, 1",
        "300000, 1500, 0", // tries larger packets again, RFC 1191 section 6.3
    })
    void aReportIsIgnoredWhenTheSenderStillExceedsItASecondLater(int later, int length, long ignored) throws Exception {
        PathMtu path = only(new PingScene()
                .at(0, tooBig("203.0.113.1", 1_300, 1_500))
                .at(later, tooBig("203.0.113.2", 1_200, length)));
        assertEquals(ignored, path.ignored());
    }

    @Test
    void aReportWithoutATimeIsNotCalledIgnored() throws Exception {
        byte[] report = tooBig("203.0.113.1", 1_300, 1_500);
        Pcapng capture =
                Pcapng.bigEndian().iface(101, 0).simple(report.length, report).simple(report.length, report);
        var paths = IcmpAnalyzer.analyze(ByteBuffer.wrap(capture.bytes()), AnalysisOptions.defaults())
                .pathMtu()
                .entries();
        assertEquals(2, paths.get(0).events());
        assertEquals(0, paths.get(0).ignored());
        assertNull(paths.get(0).firstTime());
    }

    @Test
    void withinATunnelThePathIsThatOfTheInnermostQuote() throws Exception {
        byte[] report = tooBig("203.0.113.1", 1_300, 1_500);
        byte[] outer =
                hex("45 00", String.format("%04x", 20 + report.length), "0001 0000 40 04 0000 0a000001 0a000002");
        assertEquals(
                HERE, only(new PingScene().at(0, join(outer, report))).source().toString());
    }

    @Test
    void onlySixteenReportersOfAPathAreNamed() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 20; i > 0; i--) {
            scene.at(20 - i, tooBig("203.0.113." + i, 1_300, 1_500));
        }
        PathMtu path = only(scene);
        assertEquals(16, path.reporters().size());
        assertEquals("203.0.113.1", path.reporters().get(0).toString());
        assertEquals(20, path.events());
    }

    @Test
    void otherUnreachablesHaveNoMtu() throws Exception {
        byte[] other = error4("203.0.113.1", 3, 1, 1_300, ported4(Told.UDP, HERE, 1, THERE, 2, 1_500));
        assertEquals(0, new PingScene().at(0, other).report().pathMtu().total());
    }

    @Test
    void pathsOfDifferentPartsAreMerged() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 8; i++) {
            byte[] quoted = ported4(Told.UDP, "192.0.2." + i % 4, 1, THERE, 2, 1_500);
            scene.at(2_000 * i, error4("203.0.113." + i, 3, 4, 1_400 - i, quoted));
        }
        AnalysisOptions options = AnalysisOptions.defaults();
        PathMtuFold whole = new PathMtuFold(options);
        Told.show(scene.bytes(), number -> whole);
        PathMtuFold even = new PathMtuFold(options);
        PathMtuFold odd = new PathMtuFold(options);
        Told.show(scene.bytes(), number -> number % 2 == 0 ? even : odd); // the sources of each are its own
        odd.merge(even);
        var expected = Told.draft(whole, options).pathMtu;
        assertEquals(4, expected.total());
        assertEquals(4, expected.entries().stream().mapToLong(PathMtu::ignored).sum());
        assertEquals(expected, Told.draft(odd, options).pathMtu);
    }

    @Test
    void aHintFromPingsStandsBesideTheReportsOrByItself() throws Exception {
        PathMtu alone = hinted(new PathMtuFold(AnalysisOptions.defaults()), 1_400);
        assertEquals(new BlackHole(56, 3, 1_400, 3), alone.blackHole());
        assertNull(alone.mtu());
        assertEquals(0, alone.events());

        assertNull(hinted(reported(1_300), 1_400).blackHole(), "the report says why they were lost");
        assertEquals(
                new BlackHole(56, 3, 1_272, 3), hinted(reported(1_300), 1_272).blackHole(), "1,300 bytes should fit");
        assertNull(hinted(reported(1_300), 1_273).blackHole());
    }

    private static PathMtuFold reported(int mtu) throws Exception {
        PathMtuFold fold = new PathMtuFold(AnalysisOptions.defaults());
        Told.show(new PingScene().at(0, tooBig("203.0.113.1", mtu, 1_500)).bytes(), number -> fold);
        return fold;
    }

    private static PathMtu hinted(PathMtuFold fold, int lostBytes) {
        ReportDraft draft = new ReportDraft(AnalysisOptions.defaults(), 0);
        List<EchoSize> sizes = new ArrayList<>();
        sizes.add(new EchoSize(HERE_ADDRESS, THERE_ADDRESS, 56, 3, 0));
        sizes.add(new EchoSize(HERE_ADDRESS, THERE_ADDRESS, lostBytes, 0, 3));
        draft.echoSizes = sizes;
        fold.contribute(draft);
        assertEquals(1, draft.pathMtu.total());
        return draft.pathMtu.entries().get(0);
    }

    private static byte[] tooBig(String reporter, int mtu, int length) {
        return error4(reporter, 3, 4, mtu, ported4(Told.UDP, HERE, 40_000, THERE, 53, length));
    }

    private static PathMtu only(PingScene scene) throws Exception {
        List<PathMtu> paths = scene.report().pathMtu().entries();
        assertEquals(1, paths.size());
        return paths.get(0);
    }
}
