package io.icmpscope.internal.packet;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.internal.packet.Decoded.ADDRESSES;
import static io.icmpscope.internal.packet.Decoded.ethernet;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Pcapng;
import io.icmpscope.internal.bytes.Source;
import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.internal.capture.CaptureFormats;
import io.icmpscope.report.Access;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packets that are not ICMP cost no memory, whichever way they come in. */
class NothingAllocatedTest {

    private static final String ENDS = "c0000201 c0000202";
    private static final String PORTS = "01bb c000";

    private static final List<byte[]> FRAMES = List.of(
            ethernet("0800", hex("45 00 0028 0001 0000 40 06 0000", ENDS, PORTS, "00".repeat(16))), // TCP
            ethernet("0800", hex("45 00 0024 0001 0000 40 11 0000", ENDS, PORTS, "00".repeat(12))), // UDP
            ethernet("0800", hex("45 00 0028 0001 0000 01 06 0000", ENDS, PORTS, "00".repeat(16))), // near its end
            ethernet("0800", hex("46 00 0028 0001 0000 40 06 0000", ENDS, "94040000", PORTS, "00".repeat(16))),
            ethernet("86dd", hex("60000000 0014 06 40", ADDRESSES, PORTS, "00".repeat(16))),
            ethernet("86dd", hex("60000000 0010 00 40", ADDRESSES, "11 00 050200000100", PORTS, "00080000")),
            ethernet("86dd", hex("60000000 0004 06 40", ADDRESSES, "00000000")), // cut
            ethernet("0806", hex("0001 0800 06 04 0001", "00".repeat(20))), // ARP
            ethernet("8100", hex("0005 0800 45 00 0028 0001 0000 40 06 0000", ENDS, PORTS, "00".repeat(16))),
            ethernet(
                    "0800", // GRE
                    join(
                            hex("45 00 0040 0001 0000 40 2f 0000", ENDS, "0000 0800"),
                            hex("45 00 0028 0001 0000 40 06 0000", ENDS, PORTS, "00".repeat(16)))),
            hex("ffffffffffff 020000000001 0026 424203", "00".repeat(35))); // spanning tree

    private static final int FEW = 5_000;
    private static final int MANY = 55_000;

    @TempDir
    private Path folder;

    /** The next multiple of anything that the virtual machine can allocate is far more than a byte a packet. */
    @ParameterizedTest
    @CsvSource({
        "mapped, pcap", "read, pcap", "stream, pcap", "memory, pcap",
        "mapped, pcapng", "read, pcapng", "stream, pcapng", "memory, pcapng"
    })
    void notAByteAPacket(String way, String format) throws IOException {
        ThreadMXBean thread = counting();
        Path few = write(format, FEW);
        Path many = write(format, MANY);
        allocated(thread, way, few, FEW); // classes are loaded
        allocated(thread, way, many, MANY);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) { // what else the virtual machine does on this thread is seldom
            least = Math.min(least, allocated(thread, way, many, MANY) - allocated(thread, way, few, FEW));
        }
        assertTrue(least < MANY - FEW, least + " bytes for " + (MANY - FEW) + " packets");
    }

    private static ThreadMXBean counting() {
        boolean counts = ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
                && bean.isThreadAllocatedMemorySupported()
                && bean.isThreadAllocatedMemoryEnabled();
        assumeTrue(counts, "this virtual machine does not count the bytes that a thread allocates");
        return (ThreadMXBean) ManagementFactory.getThreadMXBean();
    }

    private static long allocated(ThreadMXBean thread, String way, Path file, int frames) throws IOException {
        long id = Thread.currentThread().getId();
        try (Source source = open(way, file);
                PacketPump pump = new PacketPump(CaptureFormats.open(source))) {
            long before = thread.getThreadAllocatedBytes(id);
            boolean any = pump.next();
            long after = thread.getThreadAllocatedBytes(id);
            assertEquals(false, any);
            assertEquals(frames, pump.frames());
            return after - before;
        }
    }

    private static Source open(String way, Path file) throws IOException {
        return switch (way) {
            case "mapped" -> Sources.open(file, Access.MAPPED);
            case "read" -> Sources.open(file, Access.READ);
            case "stream" -> Sources.of(Files.newInputStream(file));
            default -> Sources.of(ByteBuffer.wrap(Files.readAllBytes(file)));
        };
    }

    private Path write(String format, int frames) throws IOException {
        Path file = folder.resolve(frames + "." + format);
        if (Files.exists(file)) {
            return file;
        }
        return Files.write(file, format.equals("pcap") ? pcap(frames) : pcapng(frames));
    }

    /** Every tenth frame is earlier than the one before, and cut. */
    private static byte[] pcap(int frames) {
        Pcap pcap = Pcap.littleEndian();
        for (int i = 0; i < frames; i++) {
            byte[] frame = FRAMES.get(i % FRAMES.size());
            boolean odd = i % 10 == 9;
            pcap.record(odd ? i - 5 : i, 0, frame.length, odd ? frame.length + 9 : frame.length, frame);
        }
        return pcap.bytes();
    }

    /** With flags and comments, on two interfaces, one of which is not decoded. */
    private static byte[] pcapng(int frames) {
        Pcapng pcapng = Pcapng.littleEndian();
        pcapng.iface(1, 0).iface(147, 0);
        byte[] comment = pcapng.option(1, "said of a packet".getBytes(UTF_8));
        byte[] flags = pcapng.option(2, pcapng.n4(0));
        for (int i = 0; i < frames; i++) {
            byte[] frame = FRAMES.get(i % FRAMES.size());
            byte[] options = i % 3 == 0 ? comment : i % 3 == 1 ? flags : join();
            pcapng.packet(i % 7 == 0 ? 1 : 0, i * 1000L, frame.length, frame.length, frame, options);
        }
        return pcapng.bytes();
    }
}
