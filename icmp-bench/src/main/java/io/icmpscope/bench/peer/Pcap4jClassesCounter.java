package io.icmpscope.bench.peer;

import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.internal.capture.CaptureFormats;
import io.icmpscope.internal.capture.CaptureReader;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.report.Access;
import java.io.IOException;
import java.nio.file.Path;
import org.pcap4j.packet.EthernetPacket;
import org.pcap4j.packet.IllegalRawDataException;

/** The packet classes of pcap4j alone, without libpcap: the frames are cut by this library, and copied as pcap4j wants them. */
final class Pcap4jClassesCounter implements EchoCounter {

    @Override
    public EchoCounts count(Path capture) throws IOException {
        Pcap4jPackets packets = new Pcap4jPackets();
        Frame frame = new Frame();
        try (CaptureReader reader = CaptureFormats.open(Sources.open(capture, Access.MAPPED))) {
            while (reader.next(frame)) {
                byte[] bytes = new byte[frame.capturedBytes()];
                frame.bytes().get(frame.start(), bytes);
                packets.see(EthernetPacket.newPacket(bytes, 0, bytes.length));
            }
        } catch (IllegalRawDataException failure) {
            throw new IOException(failure);
        }
        return packets.counts();
    }
}
