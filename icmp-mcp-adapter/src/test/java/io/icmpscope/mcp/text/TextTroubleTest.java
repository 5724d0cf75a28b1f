package io.icmpscope.mcp.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.mcp.HandMade;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Listing;
import io.icmpscope.report.PathMtu;
import io.icmpscope.report.PathMtu.BlackHole;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTroubleTest {

    private static final IpAddress HERE = IpAddress.v4(0xC0000201);

    @Test
    void redirectsSayWhoIsToUseWhichRouterForWhom() throws IOException {
        TextPage page = new TextPage();
        TextTrouble.redirects(
                page,
                report(HandMade.REDIRECT, HandMade.REDIRECT, HandMade.REDIRECT_V6)
                        .redirects());
        assertEquals("""
                Redirects
                  count  router       told       for           use
                      2  192.0.2.254  192.0.2.1  198.51.100.9  192.0.2.253
                      1  fe80::fe     fe80::1    2001:db8::9   fe80::fd
                """, page.toString());
    }

    @Test
    void narrowPathsSayWhoNarrowsThem() throws IOException {
        TextPage page = new TextPage();
        TextTrouble.pathMtu(
                page,
                report(HandMade.FRAGMENTATION_NEEDED, HandMade.PACKET_TOO_BIG).pathMtu());
        assertEquals("""
                Path MTU
                  from         to              mtu  reports  ignored  reported by   large pings
                  192.0.2.1    198.51.100.9  1,300        1        0  192.0.2.254
                  2001:db8::1  2001:db8::2   1,280        1        0  2001:db8::fe
                """, page.toString());
    }

    @Test
    void pathsWherePacketsVanishOrSendersDoNotListenComeFirst() {
        TextPage page = new TextPage();
        TextTrouble.pathMtu(
                page,
                Listing.whole(List.of(path(1, 0, null), path(2, 7, null), path(3, 0, new BlackHole(56, 9, 1_400, 5)))));
        assertEquals("""
                Path MTU
                  from       to            mtu  reports  ignored  reported by  large pings
                  192.0.2.1  10.0.0.3  508 (guess)  8  0  -  5 of 1,400 bytes vanished, 9 of 56 bytes were answered
                  192.0.2.1  10.0.0.2  508 (guess)  8  7  -
                  192.0.2.1  10.0.0.1  508 (guess)  8  0  -
                """.replaceAll(" +", " "), page.toString().replaceAll(" +", " "));
    }

    @Test
    void whatDidNotHappenHasNoSection() {
        TextPage page = new TextPage();
        TextTrouble.errors(page, Listing.whole(List.of()));
        TextTrouble.pathMtu(page, Listing.whole(List.of()));
        TextTrouble.redirects(page, Listing.whole(List.of()));
        TextPayloads.write(page, Listing.whole(List.of()));
        assertEquals("", page.toString());
    }

    private static PathMtu path(int last, long ignored, BlackHole hole) {
        IpAddress there = IpAddress.v4(0x0A000000 + last);
        return new PathMtu(HERE, there, 508L, true, List.of(), 8, ignored, hole, null, null, List.of(1L));
    }

    private static IcmpReport report(String... frames) throws IOException {
        HandMade capture = HandMade.pcap();
        for (int i = 0; i < frames.length; i++) {
            capture.frame(i, frames[i]);
        }
        return IcmpAnalyzer.analyze(ByteBuffer.wrap(capture.bytes()), AnalysisOptions.defaults());
    }
}
