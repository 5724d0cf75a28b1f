package io.icmpscope.internal.wire;

import static io.icmpscope.handmade.Bytes.hex;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** What the two IP headers say, field by field, and what they say of the rest of their frame. */
class IpHeadersTest {

    private static final int AT = 3;
    private static final String BEFORE = "a5a5a5";

    /** RFC 791 section 3.1. */
    private static final String IPV4 = "46 00 fedc abcd 2003 f0 81 9876 c0000201 e0000001 94040000";

    /** RFC 8200 section 3. */
    private static final String IPV6 =
            "61 2f edcb fedc fa ff fe800000000000000000000000000001 ff020000000000000000000000000002";

    private static Cursor cursor(ByteBuffer bytes) {
        Cursor cursor = new Cursor();
        cursor.start(AT, bytes.limit(), bytes.limit(), Protocol.NONE);
        return cursor;
    }

    private static ByteBuffer bytes(String... digits) {
        return ByteBuffer.wrap(hex(BEFORE, String.join("", digits)));
    }

    @Test
    void theFieldsOfIpv4StandWhereRfc791PutsThem() {
        ByteBuffer bytes = bytes(IPV4);
        assertEquals(24, Ipv4.headerLength(bytes, AT));
        assertEquals(0xFEDC, Ipv4.totalLength(bytes, AT));
        assertEquals(0xABCD, Ipv4.identification(bytes, AT));
        assertEquals(24, Ipv4.fragmentOffset(bytes, AT)); // 3 times 8 bytes, without the flag
        assertEquals(0xF0, Ipv4.ttl(bytes, AT));
        assertEquals(0x81, Ipv4.protocol(bytes, AT));
        assertEquals(0x9876, Ipv4.headerChecksum(bytes, AT));
        assertEquals(0xC000_0201, Ipv4.source(bytes, AT));
        assertEquals(0xE000_0001, Ipv4.destination(bytes, AT));
        assertEquals(0xF081_9876_C000_0201L, Ipv4.second(bytes, AT));
    }

    @Test
    void theFieldsOfIpv6StandWhereRfc8200PutsThem() {
        ByteBuffer bytes = bytes(IPV6);
        assertEquals(0xFEDCB, Ipv6.flowLabel(bytes, AT)); // 4 bits of version and 8 of traffic class are before it
        assertEquals(0xFEDC, Ipv6.payloadLength(bytes, AT));
        assertEquals(0xFA, Ipv6.nextHeader(bytes, AT));
        assertEquals(0xFF, Ipv6.hopLimit(bytes, AT));
    }

    @Test
    void aFragmentOfIpv4SaysWhereItBelongs() {
        ByteBuffer bytes = bytes(IPV4);
        Cursor cursor = cursor(bytes);
        cursor.finalDestinationAt = 1;
        cursor.homeAddressAt = 1;
        assertSame(Fault.NONE, Ipv4.read(bytes, cursor));
        assertEquals(Protocol.ip(0x81), cursor.fragmentProtocol);
        assertEquals(0xABCD, cursor.fragmentId);
        assertEquals(24, cursor.fragmentOffset);
        assertTrue(cursor.moreFragments);
        assertEquals(4, cursor.ipVersion);
        assertEquals(AT, cursor.ipAt);
        assertEquals(Cursor.NONE, cursor.finalDestinationAt, "what headers before said is over");
        assertEquals(Cursor.NONE, cursor.homeAddressAt);
    }

    @Test
    void theLastFragmentHasAnOffsetAndNoFlag() {
        ByteBuffer bytes = bytes("45 00 0014 0001 1fff 40 01 0000 c0000201 c0000202");
        Cursor cursor = cursor(bytes);
        cursor.moreFragments = true;
        assertSame(Fault.NONE, Ipv4.read(bytes, cursor));
        assertEquals(65_528, cursor.fragmentOffset);
        assertFalse(cursor.moreFragments);
    }

    @Test
    void ipv6ForgetsWhatHeadersBeforeSaid() {
        ByteBuffer bytes = bytes(IPV6);
        Cursor cursor = cursor(bytes);
        cursor.finalDestinationAt = 1;
        cursor.homeAddressAt = 1;
        assertSame(Fault.NONE, Ipv6.read(bytes, cursor));
        assertEquals(6, cursor.ipVersion);
        assertEquals(AT, cursor.ipAt);
        assertEquals(Cursor.NONE, cursor.finalDestinationAt);
        assertEquals(Cursor.NONE, cursor.homeAddressAt);
        assertFalse(cursor.lengthUnknown);
    }

    @Test
    void noLengthMeansThatPaddingCannotBeTold() {
        ByteBuffer four = bytes("45 00 0000 0001 0000 40 01 0000 c0000201 c0000202");
        Cursor cursor = cursor(four);
        assertSame(Fault.NONE, Ipv4.read(four, cursor));
        assertTrue(cursor.lengthUnknown);
        ByteBuffer six = bytes("60000000 0000 3a 40", "00".repeat(32));
        cursor = cursor(six);
        assertSame(Fault.NONE, Ipv6.read(six, cursor));
        assertTrue(cursor.lengthUnknown);
    }

    @Test
    void aPacketInATunnelIsNoLongerThanTheTunnelHolds() {
        String outer = "45 00 0029 0001 0000 40 04 0000 c0000201 c0000202"; // 41 bytes
        ByteBuffer tooLong = bytes(outer, "45 00 0016 0001 0000 40 01 0000 c0000201 c0000202", "0000");
        Cursor cursor = cursor(tooLong);
        assertSame(Fault.NONE, Ipv4.read(tooLong, cursor));
        assertFalse(cursor.lengthUnknown);
        assertSame(Fault.NONE, Ipv4.read(tooLong, cursor));
        assertTrue(cursor.lengthUnknown, "22 bytes are not in 21");
        assertEquals(AT + 41, cursor.declaredEnd);
        assertEquals(AT + 41, cursor.end);

        ByteBuffer fits = bytes(outer, "45 00 0015 0001 0000 40 01 0000 c0000201 c0000202", "0000");
        cursor = cursor(fits);
        assertSame(Fault.NONE, Ipv4.read(fits, cursor));
        assertSame(Fault.NONE, Ipv4.read(fits, cursor));
        assertFalse(cursor.lengthUnknown, "21 bytes are");
        assertEquals(AT + 41, cursor.declaredEnd);
    }

    @Test
    void optionsThatWereNotCapturedAreCut() {
        int at = 67;
        ByteBuffer bytes = ByteBuffer.wrap(
                hex("a5".repeat(at), "4f 00 003c 0001 0000 40 01 0000 c0000201 c0000202", "00".repeat(40)));
        assertSame(Fault.CUT_BY_CAPTURE, Ipv4.check(bytes, at, at + 59));
        assertSame(Fault.NONE, Ipv4.check(bytes, at, at + 60));
    }
}
