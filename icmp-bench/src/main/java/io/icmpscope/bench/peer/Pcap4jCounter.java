package io.icmpscope.bench.peer;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.Pcaps;

/** pcap4j, which reads files through libpcap. */
final class Pcap4jCounter implements EchoCounter {

    /** Whether it finds libpcap. */
    static boolean works() {
        try {
            return !Pcaps.libVersion().isEmpty();
        } catch (LinkageError absent) {
            return false;
        }
    }

    @Override
    public EchoCounts count(Path capture) throws IOException {
        Pcap4jPackets packets = new Pcap4jPackets();
        try (PcapHandle handle = Pcaps.openOffline(capture.toString())) {
            while (true) {
                packets.see(handle.getNextPacketEx());
            }
        } catch (EOFException end) {
            return packets.counts();
        } catch (PcapNativeException | NotOpenException | TimeoutException failure) {
            throw new IOException(failure);
        }
    }
}
