package io.icmpscope.mcp.json;

import static io.icmpscope.mcp.json.CaptureJson.list;

import io.icmpscope.message.IpAddress;
import io.icmpscope.report.EchoReport;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.Listing;
import io.icmpscope.report.LossBurst;
import io.icmpscope.report.Outage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pings, the other queries, and the outages as JSON. */
final class EchoJson {

    private static final int MAX_SESSIONS = 24;
    private static final int MAX_IN_AN_ENTRY = 16;

    private EchoJson() {}

    static Map<String, @Nullable Object> echo(EchoReport echo) {
        JsonObject json = new JsonObject()
                .with("requests", echo.sent())
                .with("replies", echo.received())
                .with("lost", echo.lost())
                .with("pending", echo.pending())
                .with("loss_percent", JsonValues.percent(echo.lossPercent()));
        list(json, "sessions", echo.sessions(), MAX_SESSIONS, EchoJson::session);
        list(json, "queries", echo.queries(), MAX_SESSIONS, EchoJson::query);
        return json.members();
    }

    private static Map<String, @Nullable Object> session(EchoSession session) {
        return fill(new JsonObject(), session).members();
    }

    private static Map<String, @Nullable Object> query(EchoSession session) {
        return fill(new JsonObject().with("kind", JsonValues.word(session.kind())), session)
                .members();
    }

    private static JsonObject fill(JsonObject json, EchoSession session) {
        json.with("requester", session.requester().toString())
                .with("responder", session.responder().toString())
                .with("ip_version", session.requester().version())
                .with("icmp_id", session.identifier())
                .with("sent", session.sent())
                .with("received", session.received())
                .with("lost", session.lost())
                .with("loss_percent", JsonValues.percent(session.lossPercent()))
                .with("pending", session.pending())
                .with("duplicates", session.duplicates())
                .with("retransmissions", session.retransmissions())
                .with("late", session.late())
                .with("out_of_order", session.outOfOrder())
                .with("errors", session.errors())
                .with("unsolicited", session.unsolicited())
                .with("capture_copies", session.captureCopies())
                .with("payload_mismatches", session.payloadMismatches());
        Listing<IpAddress> others = Listing.whole(session.otherResponders());
        list(json, "other_responders", others, MAX_IN_AN_ENTRY, IpAddress::toString);
        json.with("rtt_ms", RttJson.of(session.rtt()))
                .with("payload_sizes", session.payloadSizes())
                .with("ttls", session.replyTtls())
                .with("first_time", JsonValues.time(session.firstTime()))
                .with("last_time", JsonValues.time(session.lastTime()))
                .with("first_frame", session.firstFrame())
                .with("last_frame", session.lastFrame());
        Listing<LossBurst> bursts = new Listing<>(session.lossBursts(), session.lossBurstsOmitted());
        list(json, "loss_bursts", bursts, MAX_IN_AN_ENTRY, EchoJson::burst);
        return json;
    }

    private static Map<String, @Nullable Object> burst(LossBurst burst) {
        return new JsonObject()
                .with("first_time", JsonValues.time(burst.firstTime()))
                .with("last_time", JsonValues.time(burst.lastTime()))
                .with("count", burst.count())
                .with("icmp_seq_first", burst.firstSequenceNumber())
                .with("icmp_seq_last", burst.lastSequenceNumber())
                .members();
    }

    static Map<String, @Nullable Object> outage(Outage outage) {
        return new JsonObject()
                .with("requester", outage.requester().toString())
                .with("responder", outage.responder().toString())
                .with("icmp_id", outage.identifier())
                .with("first_time", JsonValues.time(outage.firstTime()))
                .with("last_time", JsonValues.time(outage.lastTime()))
                .with("lost", outage.lost())
                .with("last_answer_before", JsonValues.time(outage.lastAnswerBefore()))
                .with("first_answer_after", JsonValues.time(outage.firstAnswerAfter()))
                .members();
    }
}
