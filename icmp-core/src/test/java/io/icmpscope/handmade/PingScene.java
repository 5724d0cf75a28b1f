package io.icmpscope.handmade;

import static io.icmpscope.handmade.Bytes.hex;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.IcmpReport;
import java.nio.ByteBuffer;

/** Packets at times, and what is said of them. */
public final class PingScene {

    private static final long NANOS = 1_000_000_000L;

    private final Pcap capture = Pcap.littleEndian().nanoseconds().network(101);

    /** A packet so many milliseconds after a full second. */
    public PingScene at(double millis, byte[] packet) {
        return atNanos(Math.round(millis * 1_000_000), packet);
    }

    public PingScene atNanos(long nanos, byte[] packet) {
        capture.record(1_000 + nanos / NANOS, nanos % NANOS, packet);
        return this;
    }

    public byte[] bytes() {
        return capture.bytes();
    }

    public IcmpReport report() throws Exception {
        return report(AnalysisOptions.defaults());
    }

    public IcmpReport report(AnalysisOptions options) throws Exception {
        return IcmpAnalyzer.analyze(ByteBuffer.wrap(capture.bytes()), options);
    }

    /** The only session. */
    public EchoSession session() throws Exception {
        var sessions = report().echo().sessions().entries();
        if (sessions.size() != 1) {
            throw new AssertionError("not one session: " + sessions);
        }
        return sessions.get(0);
    }

    /** Something that happens long after, so that what has no answer yet is lost. */
    public PingScene end() {
        return at(3_600_000, hex("45000014 00000000 40110000 7f000001 7f000001"));
    }
}
