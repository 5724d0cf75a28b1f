package io.icmpscope.internal.packet;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.internal.packet.Decoded.ADDRESSES;
import static io.icmpscope.internal.packet.Decoded.ECHO6;
import static io.icmpscope.internal.packet.Decoded.RAW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.message.Echo;
import io.icmpscope.report.ChecksumStatus;
import io.icmpscope.report.PacketEntry;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What RFC 791 and RFC 8200 leave to whoever joins fragments. */
class FragmentRulesTest {

    /** Echo requests with eight bytes of data, all zero, which change no checksum but through the length in ICMPv6. */
    private static final String ECHO_16 = "0800 e5ca 1234 0001 0000000000000000";

    private static final byte[] FIRST = part4("2000", ECHO_16.substring(0, 20));
    private static final byte[] LAST = part4("0001", ECHO_16.substring(20));

    private static byte[] part4(String flagsAndOffset, String carried) {
        String total = String.format("%04x", 20 + hex(carried).length);
        return hex("45 00", total, "0001", flagsAndOffset, "40 01 0000 c0000201 c0000202", carried);
    }

    private static byte[] part6(String offsetAndFlag, String next, String carried) {
        String length = String.format("%04x", 8 + hex(carried).length);
        return hex("60000000", length, "2c 40", ADDRESSES, next, "00", offsetAndFlag, "00000007", carried);
    }

    @Test
    void aMessageBelongsToTheFrameThatCompletesItAndNamesAllOfThem() throws IOException {
        PacketEntry packet =
                Decoded.frames(RAW, LAST, Decoded.PING6, FIRST).packets().get(1);
        assertEquals(new Echo(0x1234, 1, 8), packet.message());
        assertEquals(3, packet.frameNumber());
        assertEquals(List.of(1L, 3L), packet.fragments());
    }

    @ParameterizedTest
    @CsvSource({"59.999999, 1, 0", "60, 0, 1", "3600, 0, 1"})
    void fragmentsWaitAMinuteForTheOthers(double later, int messages, long incomplete) throws IOException {
        long micros = Math.round(later * 1_000_000);
        Decoded decoded = Decoded.capture(Pcap.bigEndian()
                .network(RAW)
                .record(1, 0, FIRST)
                .record(1 + micros / 1_000_000, micros % 1_000_000, LAST));
        assertEquals(messages, decoded.packets().size());
        assertEquals(incomplete, decoded.facts().incompleteFragments());
    }

    /** A whole of 16 bytes cannot have some at 24: who says so second is not believed. */
    @Test
    void ofFragmentsThatContradictEachOthersEndTheFirstCounts() throws IOException {
        byte[] beyond = part4("2003", "ffffffffffffffff");
        assertEquals(
                new Echo(0x1234, 1, 8),
                Decoded.frames(RAW, LAST, beyond, FIRST).only().message());
        assertTrue(Decoded.frames(RAW, beyond, LAST, FIRST).isEmpty());
        byte[] end = part4("0003", "ffffffffffffffff");
        assertTrue(
                Decoded.frames(RAW, end, LAST, FIRST).isEmpty(),
                "another end is not believed, and bytes 8 to 23 are missing");
    }

    @Test
    void aFragmentOfNoMultipleOfEightBytesGivesItsWholeUnits() throws IOException {
        byte[] first = part4("2000", ECHO_16.substring(0, 20) + "ffffff");
        PacketEntry packet = Decoded.frames(RAW, first, LAST).only();
        assertEquals(new Echo(0x1234, 1, 8), packet.message());
        assertEquals(ChecksumStatus.GOOD, packet.checksumStatus());
    }

    /** Which RFC 8200 section 4.1 has a source never send. */
    @Test
    void aFragmentHeaderWithinAJoinedDatagramIsFollowedToo() throws IOException {
        String inner = "3a 00 0000 00000009" + ECHO6; // the only fragment of another datagram
        byte[] first = part6("0001", "2c", inner.substring(0, 19));
        byte[] last = part6("0008", "2c", inner.substring(19));
        PacketEntry packet = Decoded.frames(RAW, first, last).only();
        assertEquals(List.of("raw", "ipv6", "fragment", "fragment"), packet.path());
        assertEquals(ChecksumStatus.GOOD, packet.checksumStatus());
        byte[] part = part6("0001", "2c", "3a 00 0008 00000009");
        byte[] rest = part6("0008", "2c", ECHO6);
        assertTrue(Decoded.frames(RAW, part, rest).isEmpty(), "a later fragment of another datagram");
    }
}
