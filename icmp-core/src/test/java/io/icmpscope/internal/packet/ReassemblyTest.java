package io.icmpscope.internal.packet;

import static io.icmpscope.handmade.Bytes.cut;
import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.slice;
import static io.icmpscope.handmade.Bytes.zeros;
import static io.icmpscope.internal.packet.Decoded.ADDRESSES;
import static io.icmpscope.internal.packet.Decoded.RAW;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Pcapng;
import io.icmpscope.handmade.Ping;
import io.icmpscope.message.Echo;
import io.icmpscope.report.ChecksumStatus;
import io.icmpscope.report.PacketEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fragments joined to messages. */
class ReassemblyTest {

    /** An echo request with 29 bytes of data: 37 bytes of ICMP, in fragments of 8, 16 and 13. */
    private static final byte[] MESSAGE4 =
            slice(Ping.between("192.0.2.1", "192.0.2.2").data("x".repeat(29)).request(1), 20, 57);

    private static final byte[] MESSAGE6 = slice(
            Ping.between("2001:db8::1", "2001:db8::2").data("x".repeat(29)).request(1), 40, 77);

    @Test
    void fragmentsInAnyOrderAreTheWholeMessageOnce() throws IOException {
        List<byte[]> parts = new ArrayList<>(List.of(part4(0, 8, true), part4(8, 24, true), part4(24, 37, false)));
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(parts, new Random(i));
            assertWhole(Decoded.frames(RAW, parts.toArray(byte[][]::new)));
        }
    }

    @Test
    void theSameInIpv6() throws IOException {
        List<byte[]> parts = new ArrayList<>(List.of(part6(0, 8, true), part6(8, 24, true), part6(24, 37, false)));
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(parts, new Random(i));
            assertWhole(Decoded.frames(RAW, parts.toArray(byte[][]::new)));
        }
    }

    @Test
    void aFragmentThatComesTwiceChangesNothing() throws IOException {
        assertWhole(
                Decoded.frames(RAW, part4(0, 8, true), part4(0, 8, true), part4(8, 24, true), part4(24, 37, false)));
        assertWhole(
                Decoded.frames(RAW, part6(0, 8, true), part6(0, 8, true), part6(8, 24, true), part6(24, 37, false)));
    }

    @Test
    void fragmentsOfOthersAreNotMixedIn() throws IOException {
        byte[] other = part4(8, 24, true);
        other[5]++; // of another datagram
        assertTrue(Decoded.frames(RAW, part4(0, 8, true), other, part4(24, 37, false))
                .isEmpty());
        byte[] fromElsewhere = part4(8, 24, true);
        fromElsewhere[12]++;
        assertTrue(Decoded.frames(RAW, part4(0, 8, true), fromElsewhere, part4(24, 37, false))
                .isEmpty());
    }

    @Test
    void overlapsSpoilADatagramOfIpv6AndInIpv4TheFirstBytesCount() throws IOException {
        byte[] four = part4(0, 16, true);
        four[four.length - 1]++;
        Decoded decoded = Decoded.frames(RAW, part4(8, 24, true), four, part4(24, 37, false));
        assertEquals(ChecksumStatus.GOOD, decoded.only().checksumStatus(), "the changed byte came second");
        assertTrue(Decoded.frames(RAW, part6(8, 24, true), part6(0, 16, true), part6(24, 37, false))
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100})
    void aFragmentOfAHugeOneThatWasCutByTheCaptureIsNoException(int captured) throws IOException {
        byte[] huge = join(header6(60_000, 0, true), zeros(captured));
        byte[] later = join(header6(16, 32_000, true), zeros(16));
        byte[] last = join(header6(16, 60_000, false), zeros(16));
        Decoded decoded = Decoded.frames(RAW, huge, later, huge, last);
        assertTrue(decoded.packets().size() <= 1);
    }

    /** Trap 3. */
    @Test
    void aPartThatWasCutByTheCaptureLeavesTheChecksumUnverified() throws IOException {
        byte[] middle = part4(8, 24, true);
        Pcap capture = Pcap.bigEndian().network(RAW);
        capture.record(1, 0, part4(0, 8, true));
        capture.record(1, 0, middle.length - 5, middle.length, cut(middle, middle.length - 5));
        capture.record(1, 0, part4(24, 37, false));
        PacketEntry packet = Decoded.capture(capture).only();
        assertEquals(ChecksumStatus.UNVERIFIED, packet.checksumStatus());
        assertEquals(1, packet.identifier() == null ? -1 : packet.sequenceNumber());
    }

    @Test
    void aDatagramLargerThanIpAllowsIsNone() throws IOException { // the ping of death
        byte[] last = join(header4(1000, 65_528, false), zeros(1000));
        byte[][] frames = new byte[46][];
        for (int i = 0; i < 45; i++) {
            frames[i] = join(header4(1480, i * 1480, true), zeros(1480));
        }
        frames[45] = last;
        assertTrue(Decoded.frames(RAW, frames).isEmpty());
    }

    @Test
    void aFloodOfFirstFragmentsIsBoundedAndEveryOneIsCounted() {
        Pcap capture = Pcap.bigEndian().network(RAW);
        for (int i = 0; i < 20_000; i++) {
            byte[] first = part4(0, 8, true);
            first[4] = (byte) (i >> 8);
            first[5] = (byte) i;
            first[15] = (byte) (i >> 16);
            capture.record(1, 0, first);
        }
        Decoded decoded = assertTimeoutPreemptively(ofSeconds(20), () -> Decoded.capture(capture));
        assertEquals(20_000, decoded.facts().incompleteFragments());
    }

    @Test
    void theAddressesThatTheChecksumCoversAreThoseOfTheHeadersBeforeTheFragments() throws IOException {
        String addresses = "3c 01 03 01 f8 00 0000 0000000000000009" // RFC 6554: to 2001:db8::9
                + "2c 02 0102 0000 c910 20010db8000000000000000000000009"; // RFC 6275: from 2001:db8::9
        String start = "60000000 %04x 2b 40" + ADDRESSES + addresses + "3a 00 %04x 00000007";
        byte[] first = hex(String.format(start, 16 + 24 + 8 + 8, 1), "80 00 a3a0 1234 0001");
        byte[] last = hex(String.format(start, 16 + 24 + 8 + 2, 8), "6e61");
        PacketEntry packet = Decoded.frames(RAW, first, last).only();
        assertEquals(ChecksumStatus.GOOD, packet.checksumStatus());
        assertEquals("2001:db8::2", packet.destination().toString());
    }

    @Test
    void aFragmentWithoutATimeDoesNotEndTheWaitForTheOthers() throws IOException {
        byte[] capture = Pcapng.bigEndian()
                .iface(RAW, 0)
                .packet(0, 1_700_000_000_000_000L, part4(0, 8, true))
                .simple(36, part4(8, 24, true))
                .packet(0, 1_700_000_000_000_001L, part4(24, 37, false))
                .bytes();
        assertWhole(Decoded.file(capture));
    }

    private static void assertWhole(Decoded decoded) {
        PacketEntry packet = decoded.only();
        assertEquals(new Echo(0x1234, 1, 29), packet.message());
        assertEquals(ChecksumStatus.GOOD, packet.checksumStatus());
        assertEquals(0, decoded.facts().incompleteFragments());
    }

    private static byte[] part4(int from, int to, boolean more) {
        return join(header4(to - from, from, more), slice(MESSAGE4, from, to));
    }

    private static byte[] part6(int from, int to, boolean more) {
        return join(header6(to - from, from, more), slice(MESSAGE6, from, to));
    }

    private static byte[] header4(int length, int offset, boolean more) {
        String fields = String.format("45 00 %04x 0001 %04x", 20 + length, offset / 8 | (more ? 0x2000 : 0));
        return hex(fields, "40 01 0000 c0000201 c0000202");
    }

    private static byte[] header6(int length, int offset, boolean more) {
        String fields = String.format("60000000 %04x 2c 40", 8 + length);
        return hex(fields, ADDRESSES, String.format("3a 00 %04x 00000007", offset | (more ? 1 : 0)));
    }
}
