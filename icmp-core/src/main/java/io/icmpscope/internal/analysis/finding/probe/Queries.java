package io.icmpscope.internal.analysis.finding.probe;

import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.QueryKind;
import java.util.Collection;

/** What queries are called, and by which types they are found. */
final class Queries {

    private Queries() {}

    static String name(QueryKind kind) {
        return switch (kind) {
            case ECHO -> "echo";
            case TIMESTAMP -> "timestamp";
            case INFORMATION -> "information";
            case ADDRESS_MASK -> "address mask";
            case EXTENDED_ECHO -> "extended echo";
            case NODE_INFORMATION -> "node information";
        };
    }

    /** The type of requests. */
    static int type(QueryKind kind, int version) {
        return switch (kind) {
            case ECHO -> version == 4 ? 8 : 128;
            case TIMESTAMP -> 13;
            case INFORMATION -> 15;
            case ADDRESS_MASK -> 17;
            case EXTENDED_ECHO -> version == 4 ? 42 : 160;
            case NODE_INFORMATION -> 139;
        };
    }

    /** The type of replies. */
    static int replyType(QueryKind kind, int version) {
        return kind == QueryKind.ECHO && version == 4 ? 0 : type(kind, version) + 1;
    }

    /** How many answers came, as a part of a sentence. */
    static String answers(Asked asked) {
        return asked.replies() == 0
                ? "no answer came"
                : Say.count(asked.replies(), "answer") + " came from "
                        + Say.count(asked.answering().size(), "host");
    }

    /** A display filter of the requests of a host. */
    static String requests(IpAddress requester, Collection<QueryKind> kinds) {
        int version = requester.version();
        return DisplayFilter.type(
                version, kinds.stream().map(kind -> type(kind, version)).toArray(Integer[]::new));
    }

    /** A display filter of the requests of a host and the answers to it. */
    static String between(IpAddress requester, QueryKind kind) {
        int version = requester.version();
        return DisplayFilter.all(
                DisplayFilter.type(version, type(kind, version), replyType(kind, version)),
                DisplayFilter.with(requester));
    }
}
