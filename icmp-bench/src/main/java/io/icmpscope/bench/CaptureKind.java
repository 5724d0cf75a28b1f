package io.icmpscope.bench;

/** The captures that benchmarks run on. Public because JMH names it in what it generates. */
public enum CaptureKind {
    /** Mixed traffic in a pcap file. */
    MIXED(TrafficKind.MIXED, CaptureFormat.PCAP),
    /** Pings in a pcap file. */
    PINGS(TrafficKind.PINGS, CaptureFormat.PCAP),
    /** Mixed traffic in a pcapng file. */
    MIXED_PCAPNG(TrafficKind.MIXED, CaptureFormat.PCAPNG),
    /** Messages of all families in a pcap file. */
    FAMILIES(TrafficKind.FAMILIES, CaptureFormat.PCAP);

    private final TrafficKind traffic;
    private final CaptureFormat format;

    CaptureKind(TrafficKind traffic, CaptureFormat format) {
        this.traffic = traffic;
        this.format = format;
    }

    boolean isPcapng() {
        return format == CaptureFormat.PCAPNG;
    }

    CaptureSpec ofSize(long bytes) {
        return CaptureSpec.ofSize(traffic, format, bytes);
    }
}
