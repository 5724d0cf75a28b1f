package io.icmpscope.hostile;

import static io.icmpscope.handmade.Bytes.cut;
import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.number;
import static io.icmpscope.handmade.Bytes.slice;
import static java.nio.ByteOrder.BIG_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Ping;
import io.icmpscope.message.Echo;
import io.icmpscope.report.ChecksumStatus;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.PacketEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an IP header says about its length is believed as far as bytes were captured, and no further. */
@SmallHeap
class LengthsTest {

    private static final byte[] PING4 =
            Ping.between("192.0.2.1", "192.0.2.2").data("abcdefgh").request(1);
    private static final byte[] PING6 =
            Ping.between("2001:db8::1", "2001:db8::2").data("abcdefgh").request(1);

    /** As a network card gets it that cuts large packets itself. */
    @Test
    void aTotalLengthOfZeroIsTheFramesLength() {
        PacketEntry entry = only(withLength(PING4, 2, 0), PING4.length);
        assertEquals(8, ((Echo) entry.message()).dataBytes());
        assertEquals(ChecksumStatus.GOOD, entry.checksumStatus());
        assertTrue(entry.problems().get(0).message().contains("total length is 0"), entry::toString);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 18, 200})
    void paddingBehindThePacketIsNoPartOfIt(int padding) {
        byte[] padded = join(PING4, hex("ee".repeat(padding)));
        PacketEntry entry = only(padded, padded.length);
        assertEquals(8, ((Echo) entry.message()).dataBytes());
        assertEquals(ChecksumStatus.GOOD, entry.checksumStatus());
    }

    @ParameterizedTest
    @ValueSource(ints = {37, 100, 65_535})
    void aTotalLengthBeyondTheFrameIsBoundedByTheFrame(int length) {
        beyond(only(withLength(PING4, 2, length), PING4.length));
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 100, 65_535})
    void aPayloadLengthBeyondTheFrameIsBoundedByTheFrame(int length) {
        beyond(only(withLength(PING6, 4, length), PING6.length));
    }

    /** Cut by the capture at every place, and behind each cut what looks like the rest. */
    @Test
    void aTotalLengthBeyondTheCaptureIsBoundedByWhatWasCaptured() {
        byte[] huge = withLength(join(PING4, new byte[1_000]), 2, PING4.length + 1_000);
        Pcap file = Pcap.bigEndian().network(101);
        for (int captured = 28; captured < huge.length; captured++) {
            file.record(1, 0, captured, huge.length, cut(huge, captured)).record(2, 0, new byte[50]);
        }
        IcmpReport report = Opened.report(file.bytes());
        assertEquals(huge.length - 28, report.icmpPackets());
        assertEquals(huge.length - 28, report.capture().truncatedFrames());
        int data = 0;
        for (PacketEntry entry : report.packets()) {
            assertEquals(ChecksumStatus.UNVERIFIED, entry.checksumStatus());
            assertEquals(data++, ((Echo) entry.message()).dataBytes(), "as it was captured");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 19, 20, 27})
    void aTotalLengthOfLessThanTheHeadersIsNoMessageAndNoException(int length) {
        IcmpReport report = Opened.report(Pcap.bigEndian()
                .network(101)
                .record(1, 0, withLength(PING4, 2, length))
                .record(2, 0, PING4)
                .bytes());
        PacketEntry last = report.packets().get(report.packets().size() - 1);
        assertEquals(2, last.frameNumber());
        assertEquals(ChecksumStatus.GOOD, last.checksumStatus());
    }

    private static void beyond(PacketEntry entry) {
        assertFalse(entry.problems().isEmpty(), entry::toString);
        assertTrue(entry.problems().get(0).needed() > entry.problems().get(0).had(), entry::toString);
        assertEquals(ChecksumStatus.UNVERIFIED, entry.checksumStatus());
    }

    private static byte[] withLength(byte[] packet, int at, int length) {
        return join(cut(packet, at), number(BIG_ENDIAN, 2, length), slice(packet, at + 2, packet.length));
    }

    private static PacketEntry only(byte[] packet, int wireBytes) {
        IcmpReport report = Opened.report(Pcap.bigEndian()
                .network(101)
                .record(1, 0, packet.length, wireBytes, packet)
                .bytes());
        assertEquals(1, report.icmpPackets());
        return report.packets().get(0);
    }
}
