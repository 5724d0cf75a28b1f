package io.icmpscope.bench;

import io.icmpscope.bench.peer.EchoCounts;
import io.icmpscope.bench.peer.Peer;
import java.io.IOException;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A generated capture, and who reads it. Not final: JMH. */
@State(Scope.Benchmark)
public class PeerTask {

    /** Who. */
    @Param({"ICMPSCOPE", "PKTS", "PCAP4J", "PCAP4J_CLASSES"})
    public Peer peer = Peer.ICMPSCOPE;

    /** What is in the file. */
    @Param({"MIXED", "PINGS"})
    public CaptureKind capture = CaptureKind.MIXED;

    /** About how large it is. */
    @Param("16")
    public int megabytes = 16;

    private final BenchmarkCapture made = new BenchmarkCapture();

    /** Makes what JMH fills in. */
    public PeerTask() {}

    /**
     * Generates the capture.
     *
     * @throws IOException when there is no room for it
     * @throws IllegalStateException when the peer cannot read it; JMH prints why, and goes on
     */
    @Setup(Level.Trial)
    public void generate() throws IOException {
        String refusal = peer.refusal(capture.isPcapng());
        if (refusal != null) {
            throw new IllegalStateException("left out: " + refusal);
        }
        made.capture = capture;
        made.megabytes = megabytes;
        made.generate();
    }

    /**
     * Deletes the capture.
     *
     * @throws IOException when it cannot be deleted
     */
    @TearDown(Level.Trial)
    public void delete() throws IOException {
        made.delete();
    }

    EchoCounts count(Rate rate) throws IOException {
        EchoCounts counts = peer.count(made.file());
        rate.add(made, counts.packets());
        return counts;
    }

    Truth truth() {
        return made.truth();
    }
}
