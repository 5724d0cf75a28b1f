package io.icmpscope.bench.peer;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Who does the task. */
public enum Peer {
    /** This library, its whole report. */
    ICMPSCOPE,
    /** pcap4j with libpcap. */
    PCAP4J,
    /** The packet classes of pcap4j, with frames cut by this library. */
    PCAP4J_CLASSES,
    /** pkts. */
    PKTS,
    /** pcapng-decoder. */
    PCAPNG_DECODER;

    /**
     * Does the task.
     *
     * @param capture a file in a format that the peer reads
     * @return the counts
     * @throws IOException when it cannot be read
     */
    public EchoCounts count(Path capture) throws IOException {
        return counter().count(capture);
    }

    private EchoCounter counter() {
        return switch (this) {
            case ICMPSCOPE -> new LibraryCounter();
            case PCAP4J -> new Pcap4jCounter();
            case PCAP4J_CLASSES -> new Pcap4jClassesCounter();
            case PKTS -> new PktsCounter();
            case PCAPNG_DECODER -> new PcapngDecoderCounter();
        };
    }

    /**
     * Tells why the peer cannot do the task.
     *
     * @param pcapng whether the capture is pcapng, and not pcap
     * @return a reason, or null when it can
     */
    public @Nullable String refusal(boolean pcapng) {
        return switch (this) {
            case ICMPSCOPE, PCAP4J_CLASSES -> null;
            case PCAP4J ->
                Pcap4jCounter.works() ? null : "pcap4j reads no file without libpcap, which is not installed";
            case PKTS -> pcapng ? "pkts reads no pcapng" : null;
            case PCAPNG_DECODER -> pcapng ? null : "pcapng-decoder reads pcapng only";
        };
    }
}
