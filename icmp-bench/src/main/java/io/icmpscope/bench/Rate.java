package io.icmpscope.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What went by, which JMH prints as packets and bytes a second beside each result. Not final: JMH. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Rate {

    /** Frames, those without ICMP included. */
    public long packets;

    /** Bytes of the file. */
    public long bytes;

    /** Makes counters that JMH sets to zero for each iteration. */
    public Rate() {}

    /** Counts a capture that was read to its end. */
    void add(BenchmarkCapture capture, long totalPackets) {
        packets += totalPackets;
        bytes += capture.bytes();
    }

    /** Counts a capture in memory that was gone through to its end. */
    void add(BenchmarkFrames capture) {
        packets += capture.frames().size();
        bytes += capture.bytes().capacity();
    }
}
