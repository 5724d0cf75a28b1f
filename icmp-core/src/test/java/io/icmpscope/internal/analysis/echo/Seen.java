package io.icmpscope.internal.analysis.echo;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.internal.capture.CaptureFormats;
import io.icmpscope.internal.packet.PacketPump;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.AnalysisOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** What the fold of pings alone says of a scene, to findings too. */
final class Seen {

    private final ReportDraft draft;

    private Seen(ReportDraft draft) {
        this.draft = draft;
    }

    static Seen in(PingScene scene) throws IOException {
        return in(scene, AnalysisOptions.defaults());
    }

    static Seen in(PingScene scene, AnalysisOptions options) throws IOException {
        EchoFold fold = EchoFold.of(options);
        try (PacketPump pump = new PacketPump(CaptureFormats.open(Sources.of(ByteBuffer.wrap(scene.bytes()))))) {
            PacketView view = pump.view();
            while (pump.nextEvent()) {
                fold.see(view);
            }
            ReportDraft draft = new ReportDraft(options, pump.lastTimeNanos());
            fold.contribute(draft);
            return new Seen(draft);
        }
    }

    static IpAddress address(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Ping.address(text));
        return bytes.capacity() == 4 ? IpAddress.v4(bytes.getInt()) : IpAddress.v6(bytes.getLong(), bytes.getLong());
    }

    <T> List<T> all(Class<T> type) {
        return draft.observations.of(type);
    }

    /** The only observation of a class. */
    <T> T only(Class<T> type) {
        List<T> all = all(type);
        if (all.size() != 1) {
            throw new AssertionError("not one: " + all);
        }
        return all.get(0);
    }
}
