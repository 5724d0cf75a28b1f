package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.analysis.collect.EchoCounts;
import io.icmpscope.internal.analysis.collect.EveryPing;
import io.icmpscope.report.QueryKind;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The pings among sessions whose requests are settled. */
record SessionCounts(Sessions sessions) implements EveryPing {

    @Override
    public void forEach(Consumer<EchoCounts> action) {
        forEach(session -> true, action);
    }

    @Override
    public void forEachUnsolicited(Consumer<EchoCounts> action) {
        forEach(Session::hasUnsolicited, action);
    }

    private void forEach(Predicate<Session> which, Consumer<EchoCounts> action) {
        sessions.forEach(session -> {
            if (which.test(session) && session.kind() == QueryKind.ECHO && !session.isTraceroute()) {
                action.accept(session.counts());
            }
        });
    }
}
