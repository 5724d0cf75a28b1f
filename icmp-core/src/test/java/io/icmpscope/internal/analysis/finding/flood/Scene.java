package io.icmpscope.internal.analysis.finding.flood;

import io.icmpscope.Judged;
import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.report.AnalysisOptions;
import java.io.IOException;
import java.util.function.IntFunction;

/** Packets at a rate, and what is found in them. */
final class Scene {

    private final PingScene packets = new PingScene();
    private double millis;

    /** So many packets, so many each second. */
    Scene rate(int perSecond, int count, IntFunction<byte[]> packet) {
        for (int i = 0; i < count; i++) {
            packets.at(millis, packet.apply(i));
            millis += 1000.0 / perSecond;
        }
        return this;
    }

    /** A packet now. */
    Scene now(byte[] packet) {
        packets.at(millis, packet);
        return this;
    }

    byte[] bytes() {
        return packets.bytes();
    }

    Judged judged() throws IOException {
        return Judged.of(packets.bytes());
    }

    Judged judged(String threshold, double value) throws IOException {
        return Judged.of(packets.bytes(), AnalysisOptions.defaults().withThreshold(threshold, value));
    }

    Judged judged(AnalysisOptions options) throws IOException {
        return Judged.of(packets.bytes(), options);
    }

    /** The same IPv4 packet for somebody else. */
    static byte[] to(String address, byte[] packet) {
        byte[] other = packet.clone();
        System.arraycopy(Ping.address(address), 0, other, 16, 4);
        return other;
    }
}
