package io.icmpscope.internal.analysis.finding.tunnel;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.internal.analysis.collect.Observations;
import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.message.IpAddress;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What two hosts sent each other, of which a test names what matters: {@code q.} for requests, {@code r.} for replies. Else ten
 * requests with 56 bytes of ordinary data each were answered alike.
 */
final class SeenData {

    private final Map<String, Double> figures = new HashMap<>();

    private SeenData() {}

    /** Settings such as {@code "changed=2 q.lengths=8"}. */
    static SeenData of(String settings) {
        SeenData data = new SeenData();
        for (String setting : settings.split(" ")) {
            String[] both = setting.split("=");
            data.figures.put(both[0], both.length > 1 ? Double.parseDouble(both[1]) : 0);
        }
        return data;
    }

    private double figure(String name, double usual) {
        return figures.getOrDefault(name, usual);
    }

    private DataStats stats(String of) {
        return new DataStats(
                (long) figure(of + "messages", 10),
                (long) figure(of + "bytes", 560),
                (int) figure(of + "patterns", 0),
                10,
                figure(of + "repeated", 0),
                (int) figure(of + "lengths", 1),
                (int) figure(of + "longest", 56),
                figure(of + "sweep", 0) > 0,
                figure(of + "entropy", 0.5),
                figure(of + "text", 0),
                (int) figure(of + "embedded", 0),
                figure(of + "embedded", 0) > 0 ? Embedded.SSH : null);
    }

    EchoDataSeen seen() {
        Instant begin = Instant.EPOCH;
        long millis = Math.round(figure("seconds", 0) * 1_000);
        boolean six = figure("version", 4) == 6;
        IpAddress asker = new IpAddress(six ? 6 : 4, 0, 1);
        IpAddress asked = new IpAddress(six ? 6 : 4, 0, 2);
        return new EchoDataSeen(
                new Ends(asker, asked),
                Collections.nCopies((int) figure("identifiers", 1), 7),
                figure("more", 0) > 0,
                figure("irregular", 0),
                stats("q."),
                stats("r."),
                (long) figure("changed", 0),
                (long) figure("unsolicited", 0),
                (long) figure("sent", 10),
                (long) figure("received", 10),
                (long) figure("duplicates", 0),
                new Seen((long) figure("shown", 20), List.of(1L), begin, begin.plusMillis(millis)),
                List.of());
    }

    Score score() throws Exception {
        return Score.of(seen(), merged());
    }

    /** A capture in which somebody answered pings, or nobody. */
    Merged merged() throws Exception {
        PingScene scene = new PingScene();
        if (figure("heard", 0) > 0) {
            Ping ping = Ping.between("10.0.0.8", "10.0.0.9");
            scene.at(0, ping.request(1)).at(1, ping.reply(1));
        }
        Observations observations = new Observations();
        observations.add(seen());
        return new Merged(scene.end().report(), observations);
    }
}
