package io.icmpscope.internal.analysis.path;

import static io.icmpscope.handmade.Trace.error;
import static io.icmpscope.handmade.Trace.expired;
import static io.icmpscope.internal.analysis.path.TracedScene.TARGET;
import static io.icmpscope.internal.analysis.path.TracedScene.TRACE;
import static io.icmpscope.internal.analysis.path.TracedScene.router;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.handmade.Trace;
import io.icmpscope.internal.analysis.collect.AskingHost;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.internal.capture.CaptureFormats;
import io.icmpscope.internal.packet.PacketPump;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Limits;
import io.icmpscope.report.Listing;
import io.icmpscope.report.Traceroute;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import org.junit.jupiter.api.Test;

/** The traceroutes of several hosts, folded apart and merged; and what an error says of its original. */
class TraceroutePartsTest {

    private static final AnalysisOptions OPTIONS =
            AnalysisOptions.defaults().withLimits(Limits.defaults().withListed(3));

    /** A probe of one of four hosts, as one number: host, time to live, and whether it is answered. */
    @Property(tries = 200)
    @StatisticsReport(StatisticsReportMode.OFF)
    void partsMergedInAnyOrderSayWhatOnePartSays(
            @ForAll @Size(min = 5, max = 60) List<@IntRange(max = 63) Integer> steps,
            @ForAll @IntRange(min = 1, max = 4) int parts,
            @ForAll boolean backwards)
            throws IOException {
        byte[] capture = capture(steps);
        Listing<Traceroute> whole = fold(capture, 1, false);
        Statistics.collect(whole.total() > 3 ? "cut" : whole.total() > 1 ? "several" : "few");
        Statistics.coverage(coverage -> {
            coverage.check("cut").percentage(share -> share > 5);
            coverage.check("several").percentage(share -> share > 5);
        });
        assertEquals(whole, fold(capture, parts, backwards));
    }

    private static byte[] capture(List<Integer> steps) {
        PingScene scene = new PingScene();
        for (int i = 0; i < steps.size(); i++) {
            int host = steps.get(i) % 4;
            int ttl = 1 + steps.get(i) / 4 % 8;
            String source = "192.0.2." + (1 + host);
            Trace trace = Trace.between(source, TARGET).identification(i);
            Ping ping = Ping.between(source, TARGET).identification(i).ttl(ttl);
            byte[] probe = host == 3
                    ? trace.tcp(ttl, 40_000 + i, 80, i)
                    : host == 2 ? ping.request(i) : trace.udp(ttl, 33_434 + i);
            byte[] last = host == 3
                    ? trace.tcpAnswer(80, 40_000 + i, i + 1, 0x14)
                    : host == 2 ? ping.reply(i) : error(TARGET, 3, 3, probe);
            scene.at(i * 700, probe);
            if (steps.get(i) >= 32) {
                scene.at(i * 700 + 5, ttl == 8 ? last : expired(router(ttl), probe));
            }
        }
        return scene.end().bytes();
    }

    private static Listing<Traceroute> fold(byte[] capture, int count, boolean backwards) throws IOException {
        List<TracerouteFold> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(TracerouteFold.of(OPTIONS));
        }
        long last;
        try (PacketPump pump = new PacketPump(CaptureFormats.open(Sources.of(ByteBuffer.wrap(capture))))) {
            PacketView view = pump.view();
            while (pump.nextEvent()) {
                TracerouteFold part = parts.get((int) (AskingHost.of(view).low() % count));
                if (view.isIcmp()) {
                    part.see(view);
                } else {
                    part.seeProbe(view);
                }
            }
            last = pump.lastTimeNanos();
        }
        while (parts.size() > 1) {
            TracerouteFold other = parts.remove(backwards ? parts.size() - 1 : 1);
            parts.get(0).merge(other);
        }
        ReportDraft draft = new ReportDraft(OPTIONS, last);
        parts.get(0).contribute(draft);
        return draft.traceroutes;
    }

    @Test
    void anErrorKnowsWhereItsOriginalWasCaptured() throws IOException {
        byte[] one = TRACE.udp(1, 33_434);
        byte[] two = TRACE.tcp(2, 40_000, 80, 1);
        byte[] lost = TRACE.udp(3, 40_000);
        byte[] capture = new PingScene()
                .at(0, one)
                .at(1, two)
                .at(2, expired(router(2), two))
                .at(3, error(router(1), 5, 1, one)) // a redirect is about it, too
                .at(4, expired(router(3), lost))
                .bytes();
        TracerouteFold fold = TracerouteFold.of(OPTIONS);
        List<Long> originals = new ArrayList<>();
        try (PacketPump pump = new PacketPump(CaptureFormats.open(Sources.of(ByteBuffer.wrap(capture))))) {
            PacketView view = pump.view();
            while (pump.nextEvent()) {
                if (view.isIcmp()) {
                    fold.see(view);
                    originals.add(view.originalFrame());
                } else {
                    fold.seeProbe(view);
                }
            }
        }
        assertEquals(List.of(2L, 1L, (long) PacketView.NONE), originals);
    }
}
