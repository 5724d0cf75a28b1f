package io.icmpscope.internal.wire;

import static io.icmpscope.handmade.Bytes.hex;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ipv6ExtensionTest {

    private static final int AT = 67; // where a header begins
    private static final String ADDRESS = "20010db8000000000000000000000001";

    private static Cursor read(int protocol, String header) {
        ByteBuffer bytes = ByteBuffer.wrap(hex("a5".repeat(AT), header.replace("ADDRESS", ADDRESS)));
        Cursor cursor = new Cursor();
        cursor.start(AT, bytes.limit(), bytes.limit(), Protocol.ip(protocol));
        cursor.ipVersion = 6;
        cursor.finalDestinationShared = 7;
        Layer layer = Objects.requireNonNull(Protocols.layer(Protocol.ip(protocol)));
        assertSame(Fault.NONE, layer.header().read(bytes, cursor));
        return cursor;
    }

    /** Counted from the first byte of the routing header; -1 for none, -2 where it cannot be told. */
    @ParameterizedTest
    @CsvSource({
        "3a 04 00 01 00000000 ADDRESS ADDRESS, 24", // RFC 2460 section 4.4: the last of two addresses
        "3a 02 02 01 00000000 ADDRESS, 8", // RFC 6275 section 6.4: the home address
        "3a 04 04 01 01 00 0000 ADDRESS ADDRESS, 8", // RFC 8754 section 2: the list is in reverse
        "3a 04 00 00 00000000 ADDRESS ADDRESS, -1", // no segment left: the packet has arrived
        "3a 04 04 00 01 00 0000 ADDRESS ADDRESS, -1",
        "3a 00 00 01 00000000, -2", // no address
        "3a 00 04 01 00000000, -2",
        "3a 02 01 01 00000000 ADDRESS, -2", // another type
    })
    void theLastAddressOfARoutingHeaderIsWhereThePacketGoes(String header, int expected) {
        Cursor cursor = read(43, header);
        assertEquals(expected < 0 ? expected : AT + expected, cursor.finalDestinationAt);
        assertEquals(0, cursor.finalDestinationShared);
    }

    /** RFC 6554 section 3: CmprI and CmprE, four bits of padding. */
    @ParameterizedTest
    @CsvSource({
        "3a 03 03 02 8c 4f ffff 0000000000000001 0000000000000002 00000003 00000000, 24, 12", // 8 + 8 + 8, 4, padding 4
        "3a 02 03 01 00 0f ffff ADDRESS, 8, 0", // nothing left out
        "3a 01 03 01 08 0f ffff 0000000000000001, 8, 8",
        "3a 01 03 01 ff 7f ffff 01 00000000000000, 8, 15", // one byte, padding 7
        "3a 01 03 01 00 ff ffff 0000000000000001, -2, 0", // more padding than there is
        "3a 01 03 01 07 0f ffff 0000000000000001, -2, 7", // nine bytes in eight
    })
    void theLastAddressOfRplSharesItsFirstBytesWithTheDestination(String header, int expected, int shared) {
        Cursor cursor = read(43, header);
        assertEquals(expected < 0 ? expected : AT + expected, cursor.finalDestinationAt);
        assertEquals(shared, cursor.finalDestinationShared);
    }

    /** RFC 6275 section 6.3: option C9 of 16 bytes. */
    @ParameterizedTest
    @CsvSource({
        "3a 02 01 02 0000 c9 10 ADDRESS, 8",
        "3a 02 00 00 00 00 c9 10 ADDRESS, 8", // padding of single bytes before it
        "3a 02 c9 10 ADDRESS 01 02 0000, 4",
        "3a 02 01 02 0000 c9 0f ADDRESS, -1", // of 15 bytes
        "3a 02 01 03 000000 c9 10 200100000000000000000000000000, -1", // 15 bytes are left
        "3a 02 01 02 0000 ca 10 ADDRESS, -1", // another option
        "3a 02 01 14 c910 ADDRESS 0000, -1", // within another option
    })
    void aHomeAddressIsWhatTheChecksumCovers(String header, int expected) {
        assertEquals(expected < 0 ? expected : AT + expected, read(60, header).homeAddressAt);
    }

    /** RFC 8200 section 4.5: offset 13 bits, reserved 2, M; identification. */
    @Test
    void aFragmentHeaderSaysWhereItsPartBelongs() {
        Cursor cursor = read(44, "3a 00 ffff deadbeef");
        assertEquals(Protocol.ICMPV6, cursor.fragmentProtocol);
        assertEquals(0xDEAD_BEEF, cursor.fragmentId);
        assertEquals(65_528, cursor.fragmentOffset);
        assertEquals(true, cursor.moreFragments);
        cursor = read(44, "3a 00 000e 00000001");
        assertEquals(8, cursor.fragmentOffset);
        assertEquals(false, cursor.moreFragments);
    }

    private static int segmentsLeft(String firstHeader, String headers, int cut) {
        byte[] all = hex("a5".repeat(AT), "60000000 0000", firstHeader, "40", "00".repeat(32), headers);
        return Ipv6Extension.segmentsLeftOfTypeZero(ByteBuffer.wrap(all, 0, all.length - cut), AT, all.length - cut);
    }

    /** RFC 5095 forbids type 0; RFC 8200 section 4 says how headers follow each other. */
    @ParameterizedTest
    @CsvSource({
        "2b, 3a 00 00 03 00000000, 3",
        "2b, 3a 00 00 00 00000000, 0",
        "2b, 3a 02 00 ff 00000000 00000000000000000000000000000000, 255",
        "2b, 3a 00 02 03 00000000, -1", // another type
        "2b, 2b 01 02 01 000000000000000000000000 3a 00 00 04 00000000, 4", // behind which there is one
        "00, 2b 01 0102030401020304010203040102 3a 00 00 05 00000000, 5", // hop-by-hop options before
        "3c, 2b 00 010203040506 3a 00 00 06 00000000, 6", // destination options
        "2c, 2b ff 0001 00000001 3a 00 00 07 00000000, 7", // a fragment header, whose second byte is no length
        "33, 2b 01 0000 00000001 00000001 3a 00 00 08 00000000, 8", // AH of 12 bytes
        "3a, 3a 00 00 03 00000000, -1", // ICMPv6 is no header of options
        "2b, '', -1",
    })
    void aRoutingHeaderOfTypeZeroIsFoundBehindOthers(String first, String headers, int expected) {
        assertEquals(expected, segmentsLeft(first, headers, 0));
    }

    @Test
    void aRoutingHeaderThatIsCutSaysNothing() {
        assertEquals(Cursor.NONE, segmentsLeft("2b", "3a 00 00 03 00000000", 1));
    }

    private static boolean hasRouterAlert(String firstHeader, String header, int limit) {
        byte[] all = hex("a5".repeat(AT), "60000000 0000", firstHeader, "40", "00".repeat(32), header);
        return Ipv6Options.hasRouterAlert(ByteBuffer.wrap(all), AT, AT + Ipv6.HEADER + limit);
    }

    /** RFC 2711 section 2.1: option 5 of two bytes, in the hop-by-hop options. */
    @ParameterizedTest
    @CsvSource({
        "00, 3a 00 05020000 0100, 8, true",
        "00, 3a 00 0100 05020000, 8, true",
        "00, 3a 00 0000 05020000, 8, true", // padding of single bytes
        "00, 3a 01 ff04 00000000 05020000 0100 0000, 16, true", // behind another option
        "00, 3a 01 0104 05020000 0106 000000000000, 16, false", // the value of another
        "00, 3a 00 0104 00050200, 8, false", // or within it
        "3c, 3a 00 05020000 0100, 8, false", // destination options are not for routers
        "00, 3a 00 0104 00000000 05020000 01020000, 16, false", // behind the header
        "00, 3a 01 0104 00000000 05020000 01020000, 16, true",
        "00, 3a 01 0104 00000000 05020000 01020000, 8, false", // and behind what may be read
        "00, 3a 00 0103 000000 07, 8, false", // a type without a length
        "00, 3a 00 0104 00000000, 8, false",
        "00, 3a, 1, false",
        "00, '', 0, false",
        "00, 3a 05, 2, false",
    })
    void aRouterAlertIsAnOptionForEveryRouter(String first, String header, int limit, boolean expected) {
        assertEquals(expected, hasRouterAlert(first, header, limit));
    }
}
