package io.icmpscope.hostile;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.number;
import static java.nio.ByteOrder.BIG_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.handmade.Pcap;
import io.icmpscope.message.MulticastListener;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.PacketEntry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists within messages that declare more than there is, or nothing: the list stops, a problem says so, the next is read. */
@SmallHeap
class DeclaredCountsTest {

    private static final int MESSAGES = 1_000;
    private static final String ROUTER = "fe800000000000000000000000000001 ff020000000000000000000000000001";
    private static final String ADVERTISEMENT = "8600 0000 40000708 00000000 00000000";
    private static final String MTU_OPTION = "0501 0000 000005dc";

    @Test
    void anOptionOfNoLengthStopsTheListOfNeighborDiscovery() {
        saysSo(icmpv6(ADVERTISEMENT + MTU_OPTION + "0100" + "000000000000" + MTU_OPTION));
    }

    /** Two addresses take five units of eight bytes; six are half an address more. */
    @ParameterizedTest
    @ValueSource(strings = {"1902", "1904", "1906"})
    void aListOfDnsServersOfEvenLengthIsAProblem(String typeAndLength) {
        int units = Integer.parseInt(typeAndLength.substring(2), 16);
        saysSo(icmpv6(ADVERTISEMENT + typeAndLength + "0000 00000258" + "20".repeat(units * 8 - 8)));
    }

    @Test
    void aReportOf65535RecordsHasThoseThatAreThere() {
        String record = "04000000 ff020000000000000000000000000101";
        PacketEntry entry = saysSo(icmpv6("8f00 0000 0000 ffff" + record + record));
        assertEquals(
                2,
                ((MulticastListener.ReportVersion2) entry.message()).records().size());
    }

    @Test
    void aRecordOf65535SourcesHasThoseThatAreThere() {
        saysSo(icmpv6("8f00 0000 0000 0001 0400ffff ff020000000000000000000000000101" + "20".repeat(32)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "0001", "0002", "0003"})
    void anExtensionObjectSmallerThanItsHeaderStopsTheList(String length) {
        String quote = "45000020000700000111cd88c0000201c63364099c40829a000c0000" + "00".repeat(100);
        String mpls = "0008 0101 00001140";
        saysSo(icmpv4("0b00 0000 00200000" + quote + "20000000" + mpls + length + "0101 00001140" + mpls));
    }

    /** What a message makes depends on its bytes and not on its promises. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "8f00 0000 0000 %s", // records of a listener report
                "8f00 0000 0000 0001 0400 %s ff020000000000000000000000000101", // sources of a record
                "8200 0000 0000 0000 ff020000000000000000000000000101 0000 %s", // sources of a query
                "8600 0000 40000708 00000000 00000000 19%.2s 0000 00000258", // an option
                "9b00 0000 0000 0000 %s" // of a network of low power
            })
    void nothingIsAllocatedByADeclaredCount(String message) throws IOException {
        byte[] modest = capture(icmpv6(String.format(message, "0001")));
        byte[] boastful = capture(icmpv6(String.format(message, "ffff")));
        allocated(modest);
        allocated(boastful);
        long before = Math.min(allocated(modest), allocated(modest));
        long after = Math.min(allocated(boastful), allocated(boastful));
        assertTrue(
                after - before < 1_000L * MESSAGES, // a word about it; 65,535 of anything were more
                () -> "bytes for " + MESSAGES + " messages: " + before + ", with counts that lie " + after);
    }

    private static byte[] capture(byte[] packet) {
        Pcap file = Pcap.bigEndian().network(101);
        for (int i = 0; i < MESSAGES; i++) {
            file.record(i, 0, packet);
        }
        return file.bytes();
    }

    private static long allocated(byte[] capture) throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        IcmpReport report = IcmpAnalyzer.analyze(ByteBuffer.wrap(capture), Opened.ALL);
        assertEquals(MESSAGES, report.icmpPackets());
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** The message of the packet, which has problems; and the ping behind it is read too. */
    private static PacketEntry saysSo(byte[] packet) {
        byte[] ping = icmpv4("0800 f7ff 0000 0000");
        IcmpReport report = Opened.report(Pcap.bigEndian()
                .network(101)
                .record(1, 0, packet)
                .record(2, 0, ping)
                .bytes());
        assertEquals(2, report.icmpPackets());
        PacketEntry entry = report.packets().get(0);
        assertFalse(entry.problems().isEmpty(), entry::toString);
        return entry;
    }

    private static byte[] icmpv6(String digits) {
        byte[] message = hex(digits);
        return join(hex("60000000"), number(BIG_ENDIAN, 2, message.length), hex("3aff", ROUTER), message);
    }

    private static byte[] icmpv4(String digits) {
        byte[] message = hex(digits);
        byte[] length = number(BIG_ENDIAN, 2, 20 + message.length);
        return join(hex("4500"), length, hex("00010000 4001 0000 c0000202 c0000201"), message);
    }
}
