package io.icmpscope.internal.capture;

/**
 * One of the layouts that pcap files have.
 *
 * @param extraFileHeader bytes between the usual file header and the first record
 * @param recordHeader the length of a record's header in bytes
 * @param fractionNanos the unit of a time stamp's fraction, in nanoseconds
 */
record PcapVariant(int extraFileHeader, int recordHeader, int fractionNanos) {

    static final PcapVariant MICROSECONDS = new PcapVariant(0, 16, 1000);
    static final PcapVariant NANOSECONDS = new PcapVariant(0, 16, 1);

    /** What patched versions of libpcap wrote: each record also has an interface, a protocol and a packet type. */
    static final PcapVariant MODIFIED = new PcapVariant(0, 24, 1000);

    /** What Ixia's hardware writes: the file header ends with the length of all records. */
    static final PcapVariant IXIA_HARDWARE = new PcapVariant(4, 16, 1);

    /** What Ixia's software writes. */
    static final PcapVariant IXIA_SOFTWARE = new PcapVariant(4, 16, 1000);

    TimeScale time() {
        return fractionNanos == 1 ? TimeScale.NANOSECONDS : TimeScale.MICROSECONDS;
    }
}
