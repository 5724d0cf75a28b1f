package io.icmpscope.internal.analysis.echo;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.internal.analysis.collect.AskingHost;
import io.icmpscope.internal.analysis.collect.EchoSize;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.internal.capture.CaptureFormats;
import io.icmpscope.internal.packet.PacketPump;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.EchoReport;
import io.icmpscope.report.LimitHit;
import io.icmpscope.report.Listing;
import io.icmpscope.report.Outage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;

/** What the fold of pings alone says of a scene, to findings too. */
final class Seen {

    private final ReportDraft draft;

    private final List<LimitHit> limits;

    private Seen(ReportDraft draft, List<LimitHit> limits) {
        this.draft = draft;
        this.limits = limits;
    }

    static Seen in(PingScene scene) throws IOException {
        return in(scene, AnalysisOptions.defaults());
    }

    static Seen in(PingScene scene, AnalysisOptions options) throws IOException {
        return in(scene, options, 1);
    }

    /** By several folds, each of which sees some askers; the last takes in those before it, some of which took in others. */
    static Seen in(PingScene scene, AnalysisOptions options, int parts) throws IOException {
        List<EchoFold> folds =
                Stream.generate(() -> EchoFold.of(options)).limit(parts).toList();
        try (PacketPump pump = new PacketPump(CaptureFormats.open(Sources.of(ByteBuffer.wrap(scene.bytes()))))) {
            PacketView view = pump.view();
            while (pump.nextEvent()) {
                folds.get(Math.floorMod(AskingHost.of(view).hashCode(), parts)).see(view);
            }
            for (int apart = 1; apart < parts; apart *= 2) {
                for (int i = parts - 1; i >= apart; i -= 2 * apart) {
                    folds.get(i).merge(folds.get(i - apart));
                }
            }
            EchoFold whole = folds.get(parts - 1);
            ReportDraft draft = new ReportDraft(options, pump.lastTimeNanos());
            whole.contribute(draft);
            return new Seen(draft, draft.finish(0, 0, pump.facts(), List.of()).limitsHit());
        }
    }

    static IpAddress address(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Ping.address(text));
        return bytes.capacity() == 4 ? IpAddress.v4(bytes.getInt()) : IpAddress.v6(bytes.getLong(), bytes.getLong());
    }

    EchoReport echo() {
        return draft.echo;
    }

    Listing<Outage> outages() {
        return draft.outages;
    }

    List<EchoSize> sizes() {
        return draft.echoSizes;
    }

    /** Which limits were reached, by name. */
    List<LimitHit> limits() {
        return limits;
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
