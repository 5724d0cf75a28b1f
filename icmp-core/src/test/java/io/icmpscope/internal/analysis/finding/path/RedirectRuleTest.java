package io.icmpscope.internal.analysis.finding.path;

import static io.icmpscope.internal.analysis.finding.path.Errors.error4;
import static io.icmpscope.internal.analysis.finding.path.Errors.framed;
import static io.icmpscope.internal.analysis.finding.path.Errors.neighborAdvertisement;
import static io.icmpscope.internal.analysis.finding.path.Errors.redirect4;
import static io.icmpscope.internal.analysis.finding.path.Errors.redirect6;
import static io.icmpscope.internal.analysis.finding.path.Errors.routerAdvertisement;
import static io.icmpscope.internal.analysis.finding.path.Errors.udp4;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectRuleTest {

    private static final String ID = "REDIRECT";
    private static final String HOST = "10.0.1.1";
    private static final String ROUTER = "10.0.1.2";
    private static final String OTHER = "10.0.1.3";
    private static final String FAR = "10.0.9.9";

    private static Finding only(byte[] packet) throws IOException {
        return Judged.of(new PingScene().at(0, packet).bytes()).only(ID);
    }

    @Test
    void whatARouterOfTheLinkSendsIsLow() throws IOException {
        assertEquals(Severity.LOW, Judged.lab("redirect4").only(ID).severity());
        assertEquals(Severity.LOW, Judged.lab("redirect6").only(ID).severity());
    }

    @Test
    void manyDestinationsOfOneHostAreOneFindingAndNothingWorse() throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < 20; i++) {
            scene.at(i, redirect4(64, 1, ROUTER, HOST, OTHER, "10.0.9." + i));
        }
        Finding found = Judged.of(scene.bytes()).only(ID);
        assertEquals(Severity.LOW, found.severity());
        assertEquals(20, found.evidence().count());
    }

    @Test
    void oneThatCameThroughARouterIsGraver() throws IOException {
        assertEquals(
                Severity.MEDIUM,
                only(redirect6(254, "fe80::1", "fe80::2", "fe80::3", "2001:db8::9"))
                        .severity());
    }

    @Test
    void aGatewayThatCannotBeOneIsGraver() throws IOException {
        for (String gateway : new String[] {"0.0.0.0", "127.0.0.1", "224.0.0.5", HOST, ROUTER, "198.51.100.1"}) {
            assertEquals(
                    Severity.MEDIUM,
                    only(redirect4(255, 1, ROUTER, HOST, gateway, FAR)).severity(),
                    gateway);
        }
    }

    @Test
    void aDestinationOnTheLinkIsItsOwnGateway() throws IOException {
        assertEquals(
                Severity.LOW,
                only(redirect6(255, "fe80::1", "fe80::2", "2001:db8::9", "2001:db8::9"))
                        .severity());
    }

    @Test
    void twoSignsAreHigh() throws IOException {
        Finding found = only(redirect6(63, "2001:db8::1", "2001:db8::2", "fe80::3", "2001:db8::9"));
        assertEquals(Severity.HIGH, found.severity());
        assertTrue(found.summary().contains("link-local"), found.summary());
    }

    private static byte[] from(String... senders) {
        Pcap capture = Pcap.littleEndian().network(1);
        for (String sender : senders) {
            capture.record(1_000, 0, framed(sender, redirect4(64, 1, ROUTER, HOST, OTHER, FAR)));
        }
        return capture.bytes();
    }

    @Test
    void aRouterWithTwoLinkLayerAddressesIsGraver() throws IOException {
        Judged judged = Judged.of(from("02:00:00:00:00:01", "02:00:00:00:00:02"));
        assertEquals(Severity.MEDIUM, judged.only(ID).severity());
    }

    @Test
    void unlessOneOfThemIsThatOfAVirtualRouter() throws IOException {
        Judged judged = Judged.of(from("02:00:00:00:00:01", "00:00:5e:00:01:0a"));
        assertEquals(Severity.LOW, judged.only(ID).severity());
    }

    /** Whoever advertises itself with a lifetime is a router of the link. */
    @Test
    void whoNeverAdvertisedItselfWhereRoutersDoIsGraver() throws IOException {
        Finding found = advertised("fe80::7", 1_800);
        assertEquals(Severity.MEDIUM, found.severity());
        assertTrue(found.summary().contains("never advertised itself as a router"), found.summary());
        assertEquals(Severity.LOW, advertised("fe80::7", 0).severity());
        assertEquals(Severity.LOW, advertised("fe80::1", 0, "fe80::7", 1_800).severity());
    }

    private static Finding advertised(Object... routers) throws IOException {
        PingScene scene = new PingScene();
        for (int i = 0; i < routers.length; i += 2) {
            scene.at(i, routerAdvertisement((String) routers[i], (int) routers[i + 1]));
        }
        return Judged.of(scene.at(9, redirect6(255, "fe80::1", "fe80::2", "fe80::3", "2001:db8::9"))
                        .bytes())
                .only(ID);
    }

    @ParameterizedTest
    @CsvSource({
        "02:00:00:00:00:01, LOW",
        "02:00:00:00:00:02, MEDIUM",
        "00:00:5e:00:02:0a, LOW" // of a virtual router, RFC 9568
    })
    void aSenderThatNeighborDiscoveryKnowsByAnotherLinkLayerAddressIsGraver(String sender, Severity severity)
            throws IOException {
        byte[] known = neighborAdvertisement("fe80::1", "02:00:00:00:00:01");
        byte[] redirect = redirect6(255, "fe80::1", "fe80::2", "fe80::3", "2001:db8::9");
        byte[] capture = Pcap.littleEndian()
                .network(1)
                .record(1_000, 0, framed("02:00:00:00:00:01", known))
                .record(1_001, 0, framed(sender, redirect))
                .bytes();
        Finding found = Judged.of(capture).only(ID);
        assertEquals(severity, found.severity());
        assertEquals(
                severity == Severity.MEDIUM,
                found.summary().contains("another link-layer address than its sender has"),
                found.summary());
    }

    @Test
    void aWholeNetworkIsMentioned() throws IOException {
        Finding found = only(redirect4(64, 0, ROUTER, HOST, OTHER, FAR));
        assertEquals(Severity.LOW, found.severity());
        assertTrue(found.summary().contains("1 for a whole network"), found.summary());
    }

    @Test
    void noRedirectNoFinding() throws IOException {
        assertEquals(0, Judged.lab("refused4").of(ID).size());
    }

    @Test
    void anOddTimeToLiveAloneIsNoStrongSign() throws IOException {
        Finding found = only(redirect4(100, 1, ROUTER, HOST, OTHER, FAR));
        assertEquals(Severity.LOW, found.severity());
        assertTrue(found.summary().contains("time to live is unusual"), found.summary());
        assertEquals(
                Severity.HIGH,
                only(redirect4(100, 1, ROUTER, HOST, "0.0.0.0", FAR)).severity());
    }

    @Test
    void aGatewayThatThenHasNoRouteIsGraver() throws IOException {
        Finding found = Judged.lab("redirect6-forged").only(ID);
        assertEquals(Severity.MEDIUM, found.severity());
        assertTrue(found.summary().contains("no route"), found.summary());
    }

    @Test
    void whatTheGatewayReportedBeforeIsNoSign() throws IOException {
        byte[] redirect = redirect4(64, 1, ROUTER, HOST, OTHER, FAR);
        byte[] noRoute = error4(OTHER, 3, 0, udp4(HOST, FAR, 443));
        Judged after =
                Judged.of(new PingScene().at(0, redirect).at(1_000, noRoute).bytes());
        assertEquals(Severity.MEDIUM, after.only(ID).severity());
        Judged before =
                Judged.of(new PingScene().at(0, noRoute).at(1_000, redirect).bytes());
        assertEquals(Severity.LOW, before.only(ID).severity());
    }
}
