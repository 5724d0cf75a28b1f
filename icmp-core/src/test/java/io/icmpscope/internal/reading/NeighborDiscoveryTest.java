package io.icmpscope.internal.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.message.NdpOption;
import io.icmpscope.message.NeighborDiscovery;
import io.icmpscope.message.QuotedDatagram;
import io.icmpscope.message.UnknownMessage;
import io.icmpscope.report.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages of neighbour discovery, drawn from RFC 4861 section 4 and RFC 3122 section 2. */
class NeighborDiscoveryTest {
    private static final String A1 = "20010db8 00000000 00000000 00000001"; // 2001:db8::1
    private static final String A2 = "20010db8 00000000 00000000 00000002";
    private static final String LL1 = "fe800000 00000000 00000000 00000001"; // fe80::1

    private static final String SOURCE_ADDRESS = "01 01 00005e005301";
    private static final NdpOption SENDER = new NdpOption.LinkLayerAddress(1, "00:00:5e:00:53:01");

    @Test
    void aRouterSolicitationHasOptionsOnly() {
        assertEquals(
                new NeighborDiscovery.RouterSolicitation(List.of(SENDER)),
                Written.read("85 00 0000 00000000", SOURCE_ADDRESS).good());
    }

    @Test
    void aRouterAdvertisementTellsLifetimesInTheirUnits() {
        assertEquals(
                new NeighborDiscovery.RouterAdvertisement(
                        64, true, true, false, 0, false, 0xC0, 1800, 30_000, 1000, List.of(SENDER)),
                Written.read("86 00 0000 40 c0 0708 00007530 000003e8", SOURCE_ADDRESS)
                        .good());
    }

    @Test
    void theFlagsOfARouterAdvertisementStandWhereTheirRfcsPutThem() {
        var said = (NeighborDiscovery.RouterAdvertisement)
                Written.read("86 00 0000 00 2c 0000 00000000 00000000").good();
        assertTrue(said.homeAgent());
        assertTrue(said.proxy());
        assertFalse(said.managedAddresses());
        assertEquals(1, said.preference(), "01b is high");
    }

    @Test
    void aReservedRouterPreferenceIsMedium() {
        assertEquals(0, preference("10"));
        assertEquals(-1, preference("18"));
        assertEquals(1, preference("08"));
        assertEquals(0, preference("00"));
    }

    private static int preference(String flags) {
        var said = (NeighborDiscovery.RouterAdvertisement)
                Written.read("86 00 0000 40", flags, "0708 00000000 00000000").good();
        return said.preference();
    }

    @Test
    void aNeighborSolicitationAsksForItsTarget() {
        assertEquals(
                new NeighborDiscovery.NeighborSolicitation(Written.address(A1), List.of(SENDER)),
                Written.read("87 00 0000 00000000", A1, SOURCE_ADDRESS).good());
    }

    @Test
    void aNeighborAdvertisementHasItsFlagsInTheHighestBits() {
        assertEquals(
                new NeighborDiscovery.NeighborAdvertisement(true, false, true, Written.address(A1), List.of()),
                Written.read("88 00 0000 a0000000", A1).good());
        assertEquals(
                new NeighborDiscovery.NeighborAdvertisement(false, true, false, Written.address(A1), List.of()),
                Written.read("88 00 0000 40000000", A1).good());
    }

    @Test
    void aRedirectNamesTheTargetBeforeTheDestination() {
        var said = (NeighborDiscovery.RedirectMessage)
                Written.read("89 00 0000 00000000", LL1, A1).good();
        assertEquals(Written.address(LL1), said.target());
        assertEquals(Written.address(A1), said.destination());
        assertFalse(said.destinationIsOnLink());
        assertNull(said.quoted());
    }

    /** Trap 11. */
    @Test
    void aRedirectToTheDestinationItselfMeansOnLink() {
        var said = (NeighborDiscovery.RedirectMessage)
                Written.read("89 00 0000 00000000", A1, A1).good();
        assertTrue(said.destinationIsOnLink());
    }

    @Test
    void aRedirectQuotesInAnOptionAndItsQuoteEndsWithTheOption() {
        String quote = "60000000 0008 11 40" + A2 + A1 + "c000 0035 0008 0000";
        var said = (NeighborDiscovery.RedirectMessage)
                Written.read("89 00 0000 00000000", LL1, A1, "04 07 0000 00000000", quote, SOURCE_ADDRESS)
                        .good();
        assertEquals(2, said.options().size());
        QuotedDatagram quoted = said.quoted();
        assertNotNull(quoted);
        assertEquals(48, quoted.quotedBytes());
        assertEquals(Written.address(A1), quoted.destination());
    }

    @Test
    void inverseDiscoveryHasOptionsOnly() {
        String list = "0a 03 0000 00000000" + A1;
        NdpOption addresses = new NdpOption.AddressList(10, List.of(Written.address(A1)));
        assertEquals(
                new NeighborDiscovery.InverseSolicitation(List.of(SENDER)),
                Written.read("8d 00 0000 00000000", SOURCE_ADDRESS).good());
        assertEquals(
                new NeighborDiscovery.InverseAdvertisement(List.of(SENDER, addresses)),
                Written.read("8e 00 0000 00000000", SOURCE_ADDRESS, list).good());
    }

    @Test
    void aMessageTooShortForItsTypeIsUnknownAndSaysWhatItNeeds() {
        Written written = Written.read("86 00 0000 40 c0 0708 00007530");
        assertEquals(new UnknownMessage(8), written.message());
        assertEquals(
                new Problem("router-advertisement", Written.FRAME_BYTES_BEFORE, 16, 12, "it ends too early"),
                written.problem());
    }

    @Test
    void aMessageCutByTheCaptureIsNotBlamedForIt() {
        Problem problem = Written.cut(16, "86 00 0000 40 c0 0708 00007530").problem();
        assertEquals("its captured bytes end too early", problem.message());
    }
}
