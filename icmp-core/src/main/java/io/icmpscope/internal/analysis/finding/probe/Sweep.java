package io.icmpscope.internal.analysis.finding.probe;

import io.icmpscope.internal.analysis.collect.FirstFrames;
import io.icmpscope.internal.analysis.collect.TimeSpan;
import io.icmpscope.internal.analysis.echo.Asking;
import io.icmpscope.internal.analysis.echo.SessionCounts;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.QueryKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a host that asks many others looks like. */
final class Sweep {

    private static final int MOST_ANSWERED = 9; // of whom a finding tells

    final IpAddress requester;
    final Set<QueryKind> kinds = EnumSet.noneOf(QueryKind.class);
    final TimeSpan span = new TimeSpan();
    final FirstFrames frames = new FirstFrames();
    final List<IpAddress> answered = new ArrayList<>();
    long requests;
    int hosts;
    int answering;
    int silent;
    int consecutive;
    private int row;
    private @Nullable Host host;
    private long[] firstTimes = new long[16];
    private long[] requestsOfHosts = new long[16];

    /** All questions to one host, which come one behind the other. */
    private static final class Host {
        final IpAddress address;
        long sent;
        long received;
        long pending;
        long first = Frame.NO_TIME;

        Host(IpAddress address) {
            this.address = address;
        }

        void add(SessionCounts question) {
            sent += question.sent();
            received += question.received();
            pending += question.pending();
            long time = question.firstNanos();
            first = first == Frame.NO_TIME || (time != Frame.NO_TIME && time < first) ? time : first;
        }
    }

    private Sweep(IpAddress requester) {
        this.requester = requester;
    }

    static Sweep of(Asking asking) {
        Sweep sweep = new Sweep(asking.requester());
        for (SessionCounts question : asking.sessions()) {
            sweep.add(question);
        }
        sweep.end();
        return sweep;
    }

    private void add(SessionCounts question) {
        if (host == null || !host.address.equals(question.responder())) {
            IpAddress before = host == null ? null : host.address;
            end();
            host = new Host(question.responder());
            row = before != null && follows(before, host.address) ? row + 1 : 1;
            consecutive = Math.max(consecutive, row);
        }
        host.add(question);
        kinds.add(question.kind());
        span.note(question.firstNanos());
        span.note(question.lastNanos());
        requests += question.sent();
        if (question.firstRequest() != PacketView.NONE) {
            frames.add(question.firstRequest());
        }
    }

    private static boolean follows(IpAddress before, IpAddress after) {
        return after.high() == before.high() && after.low() == before.low() + 1;
    }

    private void end() {
        if (host == null) {
            return;
        }
        if (hosts == firstTimes.length) {
            firstTimes = Arrays.copyOf(firstTimes, 2 * hosts);
            requestsOfHosts = Arrays.copyOf(requestsOfHosts, 2 * hosts);
        }
        firstTimes[hosts] = host.first;
        requestsOfHosts[hosts++] = host.sent;
        if (host.received > 0) {
            answering++;
            if (answered.size() < MOST_ANSWERED) {
                answered.add(host.address);
            }
        } else if (host.sent > host.pending) {
            silent++;
        }
    }

    /** The most hosts that were asked for the first time within so many seconds. */
    int within(double seconds) {
        return Window.most(Arrays.copyOf(firstTimes, hosts), seconds);
    }

    /** How many requests a host had at least, half of them. */
    long rounds() {
        long[] sorted = Arrays.copyOf(requestsOfHosts, hosts);
        Arrays.sort(sorted);
        return hosts == 0 ? 0 : sorted[hosts / 2];
    }

    /** The share of hosts that did not answer, of those whose answer could be expected. */
    double silentPercent() {
        int known = answering + silent;
        return known == 0 ? 0 : 100.0 * silent / known;
    }

    double hostsPerHundredRequests() {
        return requests == 0 ? 0 : 100.0 * hosts / requests;
    }
}
