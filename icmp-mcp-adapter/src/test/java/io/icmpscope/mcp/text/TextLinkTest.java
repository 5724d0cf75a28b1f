package io.icmpscope.mcp.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.mcp.HandMade;
import io.icmpscope.mcp.Lab;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class TextLinkTest {

    @Test
    void aLinkReadsAtAGlance() throws IOException {
        TextPage page = new TextPage();
        TextLink.write(page, IcmpAnalyzer.analyze(Lab.capture("nd6.pcap")));
        assertEquals("""
                Routers
                  address            link address       lifetime s  preference  DHCPv6  hop limit    MTU  advertisements
                  fe80::ff:fe00:102  02:00:00:00:01:02          90  medium      no             64  1,400               3

                What routers offer
                  router             offers         seconds  what
                  fe80::ff:fe00:102  prefix           7,200  2001:db8:100::/64, on link, SLAAC, preferred 3,600
                  fe80::ff:fe00:102  DNS server         600  2001:db8:100::53
                  fe80::ff:fe00:102  DNS server         600  2001:db8:100::54
                  fe80::ff:fe00:102  search domain      600  lab.example
                  fe80::ff:fe00:102  search domain      600  corp.example

                Neighbours
                  address                    link address       from                  router  changes  duplicate address check
                  2001:db8:1::2              02:00:00:00:01:02  advertisement         yes           0  DUPLICATE
                  2001:db8:1::1              02:00:00:00:01:01  frame                               0
                  2001:db8:1::5              02:00:00:00:01:01  advertisement                       0  unique
                  2001:db8:100::ff:fe00:101  02:00:00:00:01:01  frame                               0  unique
                  fe80::ff:fe00:101          02:00:00:00:01:01  advertisement                       0
                  fe80::ff:fe00:102          02:00:00:00:01:02  router advertisement  yes           0

                Multicast groups
                  group             MLD  reports  queries  listeners  such as            asked by
                  ff02::1:ff00:1    v2         4        0          1  fe80::ff:fe00:101
                  ff02::1:ff00:2    v2         2        0          1  fe80::ff:fe00:101
                  ff02::1:ff00:5    v2         4        0          1  fe80::ff:fe00:101
                  ff02::1:ff00:101  v2         4        0          1  fe80::ff:fe00:101
                """, page.toString());
    }

    @Test
    void withoutALinkThereIsNothingToRead() throws IOException {
        TextPage page = new TextPage();
        TextLink.write(page, report(HandMade.ping()));
        assertEquals("", page.toString());
    }

    @Test
    void namesThatARouterTellsCannotSteerTheTerminal() throws IOException {
        String advertisement = "333300000001 020000000001 86dd 60000000 0030 3aff"
                + "fe800000000000000000000000000001 ff020000000000000000000000000001"
                + "8600 0000 40000708 00000000 00000000"
                + "1f02 0000 ffffffff 06 1b5b306d0a41 00" // a search domain: ESC [ 0 m LF A
                + "2502 613a1b5d303b 0000000000000000"; // a portal: a: ESC ] 0 ;
        TextPage page = new TextPage();
        TextLink.write(page, report(HandMade.pcap().frame(0, advertisement).bytes()));
        String text = page.toString();
        assertFalse(text.contains("\u001b"), text);
        assertTrue(text.contains("search domain   for ever  \\u{1b}[0m\\u{a}A\n"), text);
        assertTrue(text.contains("captive portal         -  a:\\u{1b}]0;"), text);
    }

    private static IcmpReport report(byte[] capture) throws IOException {
        return IcmpAnalyzer.analyze(ByteBuffer.wrap(capture), AnalysisOptions.defaults());
    }
}
