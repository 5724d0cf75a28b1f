package io.icmpscope.internal.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.icmpscope.message.IpAddress;
import io.icmpscope.message.NdpOption;
import io.icmpscope.message.Rpl;
import io.icmpscope.message.RplOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of RPL, drawn from RFC 6550 section 6. */
class RplTest {
    private static final String A1 = "20010db8 00000000 00000000 00000001"; // 2001:db8::1
    private static final String A2 = "20010db8 00000000 00000000 00000002";
    private static final String LL1 = "fe800000 00000000 00000000 00000001"; // fe80::1

    private static final String CONFIGURATION = "04 0e 08 08 0c 0a 0700 0100 0001 00 ff 003c";

    @Test
    void aSolicitationHasOptionsBehindTwoBytes() {
        assertEquals(
                new Rpl.InformationSolicitation(
                        null, List.of(new RplOption.SolicitedInformation(30, 0xA0, Written.address(A1), 5))),
                Written.read("9b 00 0000 00 00", "07 13 1e a0", A1, "05").good());
    }

    @Test
    void anInformationObjectTellsRankAndMode() {
        assertEquals(
                new Rpl.InformationObject(
                        null,
                        30,
                        240,
                        256,
                        true,
                        2,
                        3,
                        5,
                        Written.address(A1),
                        List.of(new RplOption.Configuration(true, 0, 8, 12, 10, 1792, 256, 1, 255, 60))),
                Written.read("9b 01 0000 1e f0 0100 93 05 00 00", A1, CONFIGURATION)
                        .good());
    }

    @Test
    void anAdvertisementNamesItsGraphOnlyWithTheFlag() {
        assertEquals(
                new Rpl.DestinationAdvertisement(null, 30, true, 7, Written.address(A1), List.of()),
                Written.read("9b 02 0000 1e c0 00 07", A1).good());
        assertEquals(
                new Rpl.DestinationAdvertisement(null, 30, false, 7, null, List.of()),
                Written.read("9b 02 0000 1e 00 00 07").good());
    }

    @Test
    void anAdvertisementTellsTargetsAndTheWayToThem() {
        var said = (Rpl.DestinationAdvertisement) Written.read(
                        "9b 02 0000 1e 00 00 07",
                        "05 12 00 80" + A2,
                        "09 04 00000063",
                        "00",
                        "01 02 0000",
                        "06 14 80 01 02 1e" + A1,
                        "06 04 00 01 02 00")
                .good();
        assertEquals(
                List.of(
                        new RplOption.Target(Written.address(A2), 128),
                        new RplOption.TargetDescriptor(99),
                        new RplOption.Transit(true, 1, 2, 30, Written.address(A1)),
                        new RplOption.Transit(false, 1, 2, 0, null)),
                said.options(),
                "and no padding");
    }

    @Test
    void aTargetIsAsLongAsItsOptionAndAConfigurationHasItsPathControlSizeInThreeBits() {
        var said = (Rpl.InformationSolicitation) Written.read(
                        "9b 00 0000 00 00",
                        "05 0a 00 40 20010db8 00010000",
                        "04 0e 07 08 0c 0a 0700 0100 0001 00 ff 003c")
                .good();
        assertEquals(
                List.of(
                        new RplOption.Target(Written.address("20010db8 00010000 00000000 00000000"), 64),
                        new RplOption.Configuration(false, 7, 8, 12, 10, 1792, 256, 1, 255, 60)),
                said.options());
    }

    @Test
    void anAcknowledgmentHasItsFlagForTheGraphInAnotherBit() {
        assertEquals(
                new Rpl.DestinationAcknowledgment(null, 30, 7, 128, Written.address(A1), List.of()),
                Written.read("9b 03 0000 1e 80 07 80", A1).good());
    }

    @Test
    void routesAndPrefixesAreThoseOfNeighbourDiscovery() {
        var said = (Rpl.InformationObject) Written.read(
                        "9b 01 0000 1e f0 0100 00 05 00 00",
                        A1,
                        "03 0e 40 08 00000708 20010db8 00010000",
                        "08 1e 40 40 00000e10 00000708 00000000 20010db8 00010000 00000000 00000000",
                        "02 04 07000204")
                .good();
        IpAddress prefix = Written.address("20010db8 00010000 00000000 00000000");
        assertEquals(
                List.of(
                        new RplOption.RouteInformation(prefix, 64, 1, 1800),
                        new RplOption.Prefix(
                                new NdpOption.PrefixInformation(prefix, 64, false, true, false, false, 3600, 1800)),
                        new RplOption.UnknownOption(2, 4, "07000204")),
                said.options());
    }

    @Test
    void aSecureMessageHasASecuritySectionBeforeAndACodeBehindIt() {
        Rpl.Security security = new Rpl.Security(false, 5, 0, 0, 9, null, 1);
        assertEquals(
                new Rpl.InformationSolicitation(security, List.of()),
                Written.read("9b 80 0000", "00 05 00 00 00000009 01", "00 00", "deadbeef")
                        .good());
    }

    @Test
    void aKeyWithASourceTakesNineBytes() {
        Rpl.Security security = new Rpl.Security(true, 0, 2, 2, 9, "0200000000000001", 1);
        assertEquals(
                new Rpl.ConsistencyCheck(security, 30, true, 0x1234, Written.address(A1), 77, List.of()),
                Written.read(
                                "9b 8a 0000",
                                "80 00 82 00 00000009 0200000000000001 01",
                                "1e 80 1234",
                                A1,
                                "0000004d",
                                "0011223344556677")
                        .good());
    }

    @Test
    void whatIsEncryptedIsNotRead() {
        assertEquals(
                new Rpl.Other(new Rpl.Security(false, 0, 1, 1, 9, null, null), 0x81, 6),
                Written.read("9b 81 0000", "00 00 41 00 00000009", "aabbccddeeff")
                        .good());
    }

    @Test
    void otherCodesAreCountedInBytes() {
        assertEquals(
                new Rpl.Other(null, 4, 3), Written.read("9b 04 0000 010203").good());
        assertEquals(new Rpl.Other(null, 10, 0), Written.read("9b 0a 0000").good());
    }

    @Test
    void aMessageShorterThanItsObjectIsAnother() {
        Written written = Written.read("9b 01 0000 1e f0 0100 93 05");
        assertEquals(new Rpl.Other(null, 1, 6), written.message());
        assertEquals(24, written.problem().needed());
        assertEquals(6, written.problem().had());
    }

    @Test
    void anOptionBeyondItsMessageEndsTheList() {
        Written written = Written.read("9b 00 0000 00 00", "09 04 00000063", "05 12 00 80");
        assertEquals(
                1, ((Rpl.InformationSolicitation) written.message()).options().size());
        assertEquals(20, written.problem().needed());
    }

    @Test
    void anOptionShorterThanItsLayoutIsKeptAsBytes() {
        Written written = Written.read("9b 00 0000 00 00", "04 02 0808");
        assertEquals(
                new Rpl.InformationSolicitation(null, List.of(new RplOption.UnknownOption(4, 2, "0808"))),
                written.message());
        assertEquals(14, written.problem().needed());
    }

    @Test
    void aSecuritySectionThatIsCutSaysSo() {
        Written written = Written.read("9b 80 0000", "00 00 80 00 00000009");
        assertEquals(new Rpl.Other(null, 0x80, 8), written.message());
        assertEquals(17, written.problem().needed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"01", "03", "41", "43", "81", "83", "c1", "c3"}) // mode in the upper bits, level in the lower
    void levelsOneAndThreeAreEncryptedInEveryKeyMode(String modeAndLevel) {
        String keySourceAndIndex = "0200000000000001 01";
        Written written = Written.read("9b 80 0000", "00 00", modeAndLevel, "00 00000009", keySourceAndIndex, "0000");
        assertInstanceOf(Rpl.Other.class, written.message());
    }
}
