package io.icmpscope.internal.analysis.finding.ping;

import io.icmpscope.internal.analysis.collect.FirstFrames;
import io.icmpscope.internal.analysis.echo.EchoEvidence;
import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.FindingBuilder;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.FindingKind;
import io.icmpscope.report.QueryKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pings from one host to one address, as the rules of this room see them: together, because many monitors take another
 * identifier each time.
 *
 * @param sessions the sessions, at least one
 */
record Ping(List<EchoEvidence> sessions) {

    private record Ends(IpAddress requester, IpAddress responder) {}

    /** The pings of the report. */
    static List<Ping> of(Merged merged) {
        Map<Ends, List<EchoEvidence>> byEnds = new LinkedHashMap<>();
        for (EchoEvidence evidence : merged.observed(EchoEvidence.class)) {
            EchoSession session = evidence.session();
            if (session.kind() == QueryKind.ECHO) {
                byEnds.computeIfAbsent(new Ends(session.requester(), session.responder()), ends -> new ArrayList<>())
                        .add(evidence);
            }
        }
        return byEnds.values().stream().map(Ping::new).toList();
    }

    IpAddress requester() {
        return sessions.get(0).session().requester();
    }

    IpAddress responder() {
        return sessions.get(0).session().responder();
    }

    /** Whom it asked, and who asked. */
    String between() {
        return "from " + requester() + " to " + responder();
    }

    long sum(ToLongFunction<EchoSession> figure) {
        return sessions.stream()
                .mapToLong(evidence -> figure.applyAsLong(evidence.session()))
                .sum();
    }

    /** Requests whose fate is known. */
    long settled() {
        return sum(EchoSession::sent) - sum(EchoSession::pending);
    }

    /** Whether several hosts may answer, so that neither silence nor many answers mean anything. */
    boolean isToMany() {
        boolean likeBroadcast = requester().version() == 4 && (responder().low() & 0xFF) == 0xFF;
        return likeBroadcast
                || responder().isMulticast()
                || sessions.stream()
                        .anyMatch(evidence ->
                                !evidence.session().otherResponders().isEmpty());
    }

    /** The first frames of all sessions that show something. */
    List<Long> frames(Function<EchoEvidence, List<Long>> shown) {
        return FirstFrames.of(sessions.stream().map(shown).toList());
    }

    /** Begins a finding about it. */
    FindingBuilder finding(
            FindingKind kind,
            Severity severity,
            Confidence confidence,
            long count,
            Function<EchoEvidence, List<Long>> shown) {
        return FindingBuilder.of(kind, severity, confidence)
                .about(responder(), requester())
                .evidence(count, frames(shown), firstTime(List.of(this)), lastTime(List.of(this)));
    }

    /** When the first of some pings began, or null. */
    static @Nullable Instant firstTime(List<Ping> pings) {
        return times(pings, EchoSession::firstTime)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** When the last of some pings ended, or null. */
    static @Nullable Instant lastTime(List<Ping> pings) {
        return times(pings, EchoSession::lastTime)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Stream<Instant> times(List<Ping> pings, Function<EchoSession, @Nullable Instant> time) {
        return pings.stream()
                .flatMap(ping -> ping.sessions().stream())
                .flatMap(evidence -> Stream.ofNullable(time.apply(evidence.session())));
    }

    /** Selects its requests. */
    String requests() {
        return DisplayFilter.all(
                DisplayFilter.type(version(), version() == 4 ? 8 : 128),
                DisplayFilter.from(requester()),
                DisplayFilter.to(responder()),
                identifiers());
    }

    /** Selects the replies to it. */
    String replies() {
        return DisplayFilter.all(
                DisplayFilter.type(version(), version() == 4 ? 0 : 129),
                DisplayFilter.from(responder()),
                DisplayFilter.to(requester()),
                identifiers());
    }

    /** Selects both. */
    String both() {
        return DisplayFilter.any("(" + requests() + ")", "(" + replies() + ")");
    }

    private String identifiers() {
        return DisplayFilter.identifiers(
                version(),
                sessions.stream()
                        .map(evidence -> evidence.session().identifier())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private int version() {
        return requester().version();
    }
}
