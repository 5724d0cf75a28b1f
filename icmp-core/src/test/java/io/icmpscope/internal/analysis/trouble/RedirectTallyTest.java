package io.icmpscope.internal.analysis.trouble;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.internal.analysis.trouble.Told.error4;
import static io.icmpscope.internal.analysis.trouble.Told.udp4;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.RedirectGroup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectTallyTest {

    private static final long GATEWAY = 0xC00002FDL;
    private static final String ROUTER = "192.0.2.254";

    @Test
    void aRedirectNamesItsRouterWhoWasToldTheDestinationAndTheBetterGateway() throws Exception {
        byte[] redirect = error4(ROUTER, 5, 1, GATEWAY, udp4("192.0.2.1", 1, "198.51.100.7", 2));
        List<RedirectGroup> groups = new PingScene()
                .at(0, redirect)
                .at(1_000, redirect)
                .report()
                .redirects()
                .entries();
        assertEquals(1, groups.size());
        RedirectGroup group = groups.get(0);
        assertEquals(ROUTER, group.reporter().toString());
        assertEquals("192.0.2.1", group.receiver().toString());
        assertEquals("198.51.100.7", String.valueOf(group.destination()));
        assertEquals("192.0.2.253", group.gateway().toString());
        assertEquals(2, group.count());
        assertEquals(List.of(1L, 2L), group.frames());
        assertEquals("1970-01-01T00:16:41Z", String.valueOf(group.lastTime()));
    }

    /** RFC 792, page 13. */
    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "2, false", "3, true"})
    void theCodeTellsWhetherTheHostOrItsNetworkIsMeant(int code, boolean forHost) throws Exception {
        assertEquals(
                forHost,
                only(error4(ROUTER, 5, code, GATEWAY, udp4("192.0.2.1", 1, "198.51.100.7", 2)))
                        .forHost());
    }

    @Test
    void aRedirectThatQuotesNothingHasNoDestination() throws Exception {
        assertNull(only(hex("45 00 001c 0001 0000 40 01 0000 c00002fe c0000201", "05 01 0000 c00002fd"))
                .destination());
    }

    /** RFC 4861 section 4.5. */
    @Test
    void inIcmpv6TheMessageNamesTheDestinationItself() throws Exception {
        String start = "60000000 0028 3a ff fe8000000000000000000000000000fe fe800000000000000000000000000001";
        String destination = "20010db8000000000000000000000009";
        RedirectGroup other = only(hex(start, "89 00 0000 00000000", "fe8000000000000000000000000000fd", destination));
        assertEquals("fe80::fd", other.gateway().toString());
        assertEquals("2001:db8::9", String.valueOf(other.destination()));
        assertEquals("fe80::1", other.receiver().toString());
        assertEquals(true, other.forHost());
        RedirectGroup onLink = only(hex(start, "89 00 0000 00000000", destination, destination));
        assertEquals(onLink.destination(), onLink.gateway());
    }

    @Test
    void whatTwoPartsSawIsAddedUp() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 6; i++) {
            scene.at(i, error4(ROUTER, 5, 1, GATEWAY, udp4("192.0.2.1", 1, "198.51.100." + i % 2, 2)));
        }
        AnalysisOptions options = AnalysisOptions.defaults();
        RedirectTally whole = new RedirectTally(options);
        Told.show(scene.bytes(), number -> whole);
        RedirectTally early = new RedirectTally(options);
        RedirectTally late = new RedirectTally(options);
        Told.show(scene.bytes(), number -> number < 3 ? early : late);
        late.merge(early);
        var expected = Told.draft(whole, options).redirects;
        assertEquals(2, expected.total());
        assertEquals(expected, Told.draft(late, options).redirects);
    }

    private static RedirectGroup only(byte[] packet) throws Exception {
        List<RedirectGroup> groups =
                new PingScene().at(0, packet).report().redirects().entries();
        assertEquals(1, groups.size());
        return groups.get(0);
    }
}
