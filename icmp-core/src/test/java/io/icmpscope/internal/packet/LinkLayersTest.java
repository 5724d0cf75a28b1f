package io.icmpscope.internal.packet;

import static io.icmpscope.handmade.Bytes.cut;
import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.internal.packet.Decoded.ETHERNET;
import static io.icmpscope.internal.packet.Decoded.PING4;
import static io.icmpscope.internal.packet.Decoded.PING6;
import static io.icmpscope.internal.packet.Decoded.RAW;
import static io.icmpscope.internal.packet.Decoded.SLL;
import static io.icmpscope.internal.packet.Decoded.ethernet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.report.CaptureFacts.UnsupportedLinkType;
import io.icmpscope.report.PacketEntry;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies before IP, from the pages of the link types. */
class LinkLayersTest {

    private static final String SLL_HEADER = "0000 0001 0006 0200000000010000";
    private static final int SLL2 = 276;

    @Test
    void ethernetCarriesBothVersionsOfIp() throws IOException {
        PacketEntry four = Decoded.frames(ETHERNET, ethernet("0800", PING4)).only();
        assertEquals(List.of("ethernet", "ipv4"), four.path());
        assertEquals("192.0.2.1", four.source().toString());
        assertEquals("192.0.2.2", four.destination().toString());
        assertEquals(64, four.ttl());
        PacketEntry six = Decoded.frames(ETHERNET, ethernet("86dd", PING6)).only();
        assertEquals(List.of("ethernet", "ipv6"), six.path());
        assertEquals("2001:db8::1", six.source().toString());
        assertEquals("2001:db8::2", six.destination().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0806", "88cc", "05dc", "001c", "0000", "05ff", "ffff"})
    void whatIsNotIpIsPassedOver(String etherType) throws IOException {
        assertTrue(Decoded.frames(ETHERNET, ethernet(etherType, PING4)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "8100 0005 0800, vlan 5",
        "8100 e005 0800, vlan 5", // priority and drop bits are not the number
        "8100 0000 0800, vlan 0", // a priority tag
        "88a8 0fff 0800, vlan 4095",
        "9100 0005 0800, vlan 5",
        "9200 0005 0800, vlan 5",
        "9300 0005 0800, vlan 5",
        "88a8 0064 8100 0005 0800, vlan 100/vlan 5",
        "8100 0001 8100 0002 8100 0003 0800, vlan 1/vlan 2/vlan 3",
    })
    void vlanTagsAreGonePastAndNamed(String tags, String path) throws IOException {
        PacketEntry packet = Decoded.frames(ETHERNET, ethernet(tags, PING4)).only();
        assertEquals("ethernet/" + path + "/ipv4", String.join("/", packet.path()));
    }

    @Test
    void aCookedFrameNamesItsEtherTypeLast() throws IOException {
        byte[] frame = join(hex(SLL_HEADER, "0800"), PING4);
        assertEquals(List.of("sll", "ipv4"), Decoded.frames(SLL, frame).only().path());
        byte[] tagged = join(hex(SLL_HEADER, "8100 0007 86dd"), PING6);
        assertEquals(
                List.of("sll", "vlan 7", "ipv6"),
                Decoded.frames(SLL, tagged).only().path());
    }

    @Test
    void aCookedFrameOfVersion2NamesItFirst() throws IOException {
        byte[] frame = join(hex("86dd 0000 00000003 0001 04 06 0200000000010000"), PING6);
        assertEquals(List.of("sll2", "ipv6"), Decoded.frames(SLL2, frame).only().path());
    }

    /** Trap 22. */
    @ParameterizedTest
    @CsvSource({
        "0338, 0800", // netlink
        "0321, 0800", // IEEE 802.11
        "0322, 0800",
        "0323, 0800",
        "0001, 0001", // Linux's own numbers are no EtherTypes: Novell 802.3
        "0001, 0004", // and 802.2
    })
    void trap22ACookedFrameOfAnotherKindCarriesNoIp(String device, String protocol) throws IOException {
        byte[] frame = join(hex("0000", device, "0006 0200000000010000", protocol), PING4);
        assertTrue(Decoded.frames(SLL, frame).isEmpty());
        byte[] frame2 = join(hex(protocol, "0000 00000003", device, "04 06 0200000000010000"), PING4);
        assertTrue(Decoded.frames(SLL2, frame2).isEmpty());
    }

    /** Trap 21. */
    @ParameterizedTest
    @ValueSource(ints = {0, 108})
    void trap21LoopbackHeadersHaveTheAddressFamilyInEitherByteOrder(int linkType) throws IOException {
        for (String header : List.of("00000002", "02000000")) {
            PacketEntry packet =
                    Decoded.frames(linkType, join(hex(header), PING4)).only();
            assertEquals(List.of("loopback", "ipv4"), packet.path());
        }
        for (String family : List.of("0a", "17", "18", "1c", "1e")) { // Linux, Windows, NetBSD, FreeBSD, Darwin
            for (String header : List.of("000000" + family, family + "000000")) {
                PacketEntry packet =
                        Decoded.frames(linkType, join(hex(header), PING6)).only();
                assertEquals(List.of("loopback", "ipv6"), packet.path());
            }
        }
    }

    @Test
    void veryOldLibpcapWroteAnEtherTypeIntoTheLoopbackHeader() throws IOException {
        assertEquals(4, Decoded.frames(0, join(hex("00000800"), PING4)).only().ipVersion());
        assertEquals(6, Decoded.frames(0, join(hex("000086dd"), PING6)).only().ipVersion());
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 12, 14, 228, 229})
    void rawIpIsToldByItsVersion(int linkType) throws IOException {
        assertEquals(
                List.of("raw", "ipv4"), Decoded.frames(linkType, PING4).only().path());
        assertEquals(
                List.of("raw", "ipv6"), Decoded.frames(linkType, PING6).only().path());
        assertTrue(Decoded.frames(linkType, hex("55", "00".repeat(40))).isEmpty());
    }

    @Test
    void otherLinkTypesAreCountedAndNeverGuessedAt() throws IOException {
        Decoded decoded = Decoded.frames(9999, PING4, ethernet("0800", PING4));
        assertTrue(decoded.isEmpty());
        assertEquals(
                List.of(new UnsupportedLinkType(9999, "LINKTYPE 9999", 2)),
                decoded.facts().unsupportedLinkTypes());
    }

    @Test
    void aKnownLinkTypeThatIsNotDecodedIsNamed() throws IOException {
        assertEquals(
                List.of(new UnsupportedLinkType(189, "USB_LINUX", 1)),
                Decoded.frames(189, PING4).facts().unsupportedLinkTypes());
    }

    @Test
    void aFrameCutAnywhereInItsHeadersIsNoMessage() throws IOException {
        assertNothingBefore(14 + 4 + 20, ETHERNET, ethernet("8100 0005 0800", PING4));
        assertNothingBefore(14 + 40, ETHERNET, ethernet("86dd", PING6));
        assertNothingBefore(16 + 20, SLL, join(hex(SLL_HEADER, "0800"), PING4));
        assertNothingBefore(20 + 20, SLL2, join(hex("0800 0000 00000003 0001 04 06 0200000000010000"), PING4));
        assertNothingBefore(4 + 20, 0, join(hex("02000000"), PING4));
        assertNothingBefore(20, RAW, PING4);
    }

    /** And from the first byte of the message on there is one. */
    private static void assertNothingBefore(int headers, int linkType, byte[] frame) throws IOException {
        for (int length = 0; length <= frame.length; length++) {
            int messages =
                    Decoded.frames(linkType, cut(frame, length)).packets().size();
            assertEquals(length > headers ? 1 : 0, messages, "of " + length + " bytes, link type " + linkType);
        }
    }
}
