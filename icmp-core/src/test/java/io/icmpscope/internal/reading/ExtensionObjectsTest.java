package io.icmpscope.internal.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.message.ExtendedInformationPointer;
import io.icmpscope.message.ExtensionObject;
import io.icmpscope.message.ExtensionStructure;
import io.icmpscope.message.InterfaceIdentification;
import io.icmpscope.message.InterfaceInformation;
import io.icmpscope.message.InterfaceInformation.Role;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.MplsLabelStack;
import io.icmpscope.message.NodeIdentification;
import io.icmpscope.message.TimeExceeded;
import io.icmpscope.message.UnknownExtensionObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects as their RFCs draw them, behind an ICMPv4 time exceeded whose length attribute is 32 words. */
class ExtensionObjectsTest {

    private static final String QUOTE = "4500003400000000011100 00c0000201c6336407".replace(" ", "") + "00".repeat(108);

    private static Said said(String structure) {
        return Said.by4("0b00 0000 0020 0000", QUOTE, structure);
    }

    private static ExtensionStructure structure(Said said) {
        return ((TimeExceeded) said.message()).extensions();
    }

    /** The only object of a structure without a checksum. */
    private static ExtensionObject object(String hex) {
        Said said = said("20000000" + hex);
        assertEquals(List.of(), said.problems());
        assertEquals(1, structure(said).objects().size());
        return structure(said).objects().get(0);
    }

    @Test
    void aStackOfMplsLabelsThenAnObjectForPrivateUse() {
        Said said = said("2000 1eca 000c 0101 18960001 03e80f02 0008 f701 deadbeef");
        assertEquals(
                new ExtensionStructure(
                        2,
                        ExtensionStructure.Checksum.GOOD,
                        false,
                        List.of(
                                new MplsLabelStack(List.of(
                                        new MplsLabelStack.Entry(100_704, 0, false, 1),
                                        new MplsLabelStack.Entry(16_000, 7, true, 2))),
                                new UnknownExtensionObject(247, 1, 4))),
                structure(said));
        assertEquals(List.of(), said.problems());
    }

    @Test
    void anInterfaceWithIndexAddressNameAndMtuInThisOrder() {
        Said said = said("2000 6919 001c 020f 00000007 00010000 c0000209 08 65746830 000000 000005dc");
        assertEquals(ExtensionStructure.Checksum.GOOD, structure(said).checksum());
        assertEquals(
                List.of(new InterfaceInformation(Role.ARRIVAL, 7L, IpAddress.v4(0xC0000209), "eth0", 1500L)),
                structure(said).objects());
    }

    @ParameterizedTest
    @CsvSource({"00, ARRIVAL", "40, ARRIVAL_COMPONENT", "80, OUTGOING", "c0, NEXT_HOP"})
    void theRoleOfAnInterfaceIsInTheFirstTwoBits(String cType, Role role) {
        assertEquals(new InterfaceInformation(role, null, null, null, null), object("0004 02" + cType));
    }

    @Test
    void aNextHopByItsIpv6Address() {
        assertEquals(
                new InterfaceInformation(Role.NEXT_HOP, null, IpAddress.v6(0x20010DB8_00000000L, 9), null, null),
                object("0018 02c4 00020000 20010db8000000000000000000000009"));
    }

    @Test
    void anInterfaceWithTheMtuOnly() {
        assertEquals(
                new InterfaceInformation(Role.OUTGOING, null, null, null, 0xFFFF_FFFFL), object("0008 0281 ffffffff"));
    }

    @Test
    void anInterfaceIsIdentifiedByName() {
        assertEquals(
                new InterfaceIdentification("Gi0/1", null, null, null, null), object("000c 0301 4769302f31 000000"));
    }

    @Test
    void anInterfaceIsIdentifiedByIndex() {
        assertEquals(new InterfaceIdentification(null, 2L, null, null, null), object("0008 0302 00000002"));
    }

    @Test
    void anInterfaceIsIdentifiedByAddress() {
        assertEquals(
                new InterfaceIdentification(null, null, 1, IpAddress.v4(0xC0000205), null),
                object("000c 0303 0001 04 00 c0000205"));
        assertEquals(
                new InterfaceIdentification(null, null, 2, IpAddress.v6(0x20010DB8_00000000L, 5), null),
                object("0018 0303 0002 10 00 20010db8000000000000000000000005"));
    }

    @Test
    void anInterfaceIsIdentifiedByAMacAddressPaddedToAWord() {
        assertEquals(
                new InterfaceIdentification(null, null, 16389, null, "02:00:5e:00:00:0a"),
                object("0010 0303 4005 06 00 02005e00000a 0000"));
    }

    @Test
    void aPointerOfExtendedInformation() {
        assertEquals(new ExtendedInformationPointer(0xFFFF_FFFFL), object("0008 0401 ffffffff"));
    }

    @Test
    void aNodeWithAddressAndName() {
        assertEquals(
                new NodeIdentification(IpAddress.v6(0x20010DB8_00000000L, 1), "r1v.example"),
                object("0024 0506 00020000 20010db8000000000000000000000001 0c 7231762e6578616d706c65"));
    }

    @Test
    void aNodeThatSaysNothingOfItselfIsValid() {
        assertEquals(new NodeIdentification(null, null), object("0004 0500"));
    }

    @ParameterizedTest
    @CsvSource({"0008 0102, 1, 2", "0008 0300, 3, 0", "0008 0304, 3, 4", "0008 0402, 4, 2", "0008 0000, 0, 0"})
    void anUnknownSubTypeIsKeptWithClassAndLength(String header, int classNumber, int cType) {
        assertEquals(new UnknownExtensionObject(classNumber, cType, 4), object(header + "01020304"));
    }

    @ParameterizedTest
    @CsvSource({
        "0004 0208, interface-information", // an index announced, none there
        "0008 0204 00010000, interface-information", // an address without its bytes
        "000c 0204 00030000 01020304, interface-information", // a family that has no length
        "0008 0202 00657468, interface-information", // a name of length 0
        "0008 0202 08657468, interface-information", // a name longer than the object
        "0004 0302, interface-identification",
        "0004 0303, interface-identification",
        "0008 0303 0001ff00, interface-identification",
        "0004 0401, extended-information",
        "0004 0504, node-identification",
        "0004 0502, node-identification",
    })
    void anObjectTooSmallForWhatItAnnouncesIsAProblemAndStaysInTheList(String hex, String layer) {
        Said said = said("20000000" + hex + "0008 0101 18960101");
        assertEquals(1, said.problems().size(), said.problems()::toString);
        assertEquals(layer, said.problems().get(0).layer());
        assertEquals(2, structure(said).objects().size(), "the next object is found");
    }

    @Test
    void whatFollowsALostSubObjectIsNotGuessed() {
        Said said = said("20000000 0010 0207 00030000 01020304 000005dc");
        assertEquals(
                List.of(new InterfaceInformation(Role.ARRIVAL, null, null, null, null)),
                structure(said).objects());
        assertEquals(1, said.problems().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0004 0208", "0008 0202 00657468", "0008 0204 00010000"})
    void aSubObjectThatIsMissingIsNotMadeUp(String hex) {
        assertEquals(
                List.of(new InterfaceInformation(Role.ARRIVAL, null, null, null, null)),
                structure(said("20000000" + hex)).objects());
    }

    @Test
    void aNameHas63BytesAndItsLengthAtMost() {
        assertEquals(
                new InterfaceInformation(Role.ARRIVAL, null, null, "a".repeat(63), null),
                object("0044 0202 40" + "61".repeat(63)));
    }

    @Test
    void aNameThatIsTooLongOrNoMultipleOfFourIsReadWithAProblem() {
        Said odd = said("20000000 000c 0202 05 65746830 000000");
        assertEquals(
                List.of(new InterfaceInformation(Role.ARRIVAL, null, null, "eth0", null)),
                structure(odd).objects());
        assertEquals(1, odd.problems().size());
        Said tooLong = said("20000000 0048 0202 44" + "61".repeat(67));
        assertEquals(
                "a".repeat(67),
                ((InterfaceInformation) structure(tooLong).objects().get(0)).name());
        assertEquals(1, tooLong.problems().size());
    }

    @Test
    void anObjectLengthThatIsNoMultipleOfFourIsReadWithAProblem() {
        Said said = said("20000000 0005 f700 aa");
        assertEquals(
                List.of(new UnknownExtensionObject(247, 0, 1)), structure(said).objects());
        assertEquals(1, said.problems().size());
        assertTrue(said.problems().get(0).message().contains("multiple of 4"));
    }
}
