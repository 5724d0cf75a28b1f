package io.icmpscope.internal.analysis.finding.probe;

import io.icmpscope.internal.analysis.collect.FirstFrames;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.QueryKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one host asked others by queries of one kind. */
record Asked(IpAddress requester, List<EchoSession> sessions) {

    /** The askers of a kind, and those who were answered without a captured question. */
    static List<Asked> of(QueryKind kind, Merged merged) {
        Map<IpAddress, List<EchoSession>> asked = new TreeMap<>();
        for (EchoSession session : merged.report().echo().queries().entries()) {
            if (session.kind() == kind) {
                asked.computeIfAbsent(session.requester(), fresh -> new ArrayList<>())
                        .add(session);
            }
        }
        List<Asked> all = new ArrayList<>();
        asked.forEach((requester, sessions) -> all.add(new Asked(requester, sessions)));
        return all;
    }

    long sent() {
        return sessions.stream().mapToLong(EchoSession::sent).sum();
    }

    /** Answers, those to no captured question included. */
    long replies() {
        return sessions.stream()
                .mapToLong(session -> session.received() + session.unsolicited())
                .sum();
    }

    List<IpAddress> asked() {
        return addresses(sessions.stream().filter(session -> session.sent() > 0));
    }

    List<IpAddress> answering() {
        return addresses(sessions.stream().filter(session -> session.received() + session.unsolicited() > 0));
    }

    private static List<IpAddress> addresses(Stream<EchoSession> some) {
        return some.map(EchoSession::responder).distinct().sorted().toList();
    }

    /** Whom it concerns: who asked, who answered, who did not. */
    List<IpAddress> concerned() {
        return Stream.of(List.of(requester), answering(), asked())
                .flatMap(List::stream)
                .toList();
    }

    List<Long> frames() {
        FirstFrames frames = new FirstFrames();
        sessions.forEach(session -> frames.add(session.firstFrame()));
        return frames.list();
    }

    @Nullable
    Instant first() {
        return sessions.stream()
                .map(EchoSession::firstTime)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    @Nullable
    Instant last() {
        return sessions.stream()
                .map(EchoSession::lastTime)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
