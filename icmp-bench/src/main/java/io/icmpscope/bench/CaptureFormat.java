package io.icmpscope.bench;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The file formats that can be generated. */
enum CaptureFormat {
    PCAP,
    PCAPNG;

    /** Creates a capture file, or empties the one that is there. */
    CaptureWriter create(Path path) throws IOException {
        FileChannel file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        return this == PCAP ? new PcapWriter(file) : new PcapngWriter(file);
    }
}
