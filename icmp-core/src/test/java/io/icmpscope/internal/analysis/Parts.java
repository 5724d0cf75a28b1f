package io.icmpscope.internal.analysis;

import io.icmpscope.internal.analysis.collect.AskingHost;
import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.internal.capture.CaptureFormats;
import io.icmpscope.internal.packet.PacketPump;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A capture that several parts see, by who asks, and their reports merged into one. */
final class Parts {

    static final AnalysisOptions ALL =
            AnalysisOptions.defaults().withMaxPackets(1_000).withSeries(3);
    static final int MOST = 7;

    private Parts() {}

    static AnalysisOptions limited(int entries, int listed) {
        return ALL.withLimits(ALL.limits().withEntries(entries).withListed(listed));
    }

    static IcmpReport whole(byte[] capture, AnalysisOptions options) throws IOException {
        try (PacketPump pump = pump(capture)) {
            return Analysis.run(pump, options);
        }
    }

    static IcmpReport merged(byte[] capture, AnalysisOptions options, int parts, Random random) throws IOException {
        try (PacketPump pump = pump(capture)) {
            List<Partial> dealt = deal(pump, options, parts);
            while (dealt.size() > 1) {
                Partial taken = dealt.remove(random.nextInt(dealt.size()));
                dealt.get(random.nextInt(dealt.size())).merge(taken);
            }
            return Analysis.report(pump, dealt.get(0), options);
        }
    }

    static List<Partial> deal(PacketPump pump, AnalysisOptions options, int parts) throws IOException {
        List<Partial> dealt = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            dealt.add(new Partial(options));
        }
        PacketView view = pump.view();
        while (pump.nextEvent()) {
            dealt.get(part(AskingHost.of(view), parts)).see(view);
        }
        return dealt;
    }

    static int part(IpAddress host, int parts) {
        return Math.floorMod(host.hashCode() * 0x9E3779B9 >>> 8, parts);
    }

    static PacketPump pump(byte[] capture) throws IOException {
        return new PacketPump(CaptureFormats.open(Sources.of(ByteBuffer.wrap(capture))));
    }
}
