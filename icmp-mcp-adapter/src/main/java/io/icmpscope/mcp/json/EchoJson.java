package io.icmpscope.mcp.json;

import static io.icmpscope.mcp.json.CaptureJson.list;

import io.icmpscope.message.IpAddress;
import io.icmpscope.report.EchoReport;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.Listing;
import io.icmpscope.report.RttSummary;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pings as JSON. */
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
        return json.members();
    }

    private static Map<String, @Nullable Object> session(EchoSession session) {
        JsonObject json = new JsonObject()
                .with("requester", session.requester().toString())
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
                .with("capture_copies", session.captureCopies());
        Listing<IpAddress> others = Listing.whole(session.otherResponders());
        list(json, "other_responders", others, MAX_IN_AN_ENTRY, IpAddress::toString);
        return json.with("rtt_ms", roundTrips(session.rtt()))
                .with("first_time", JsonValues.time(session.firstTime()))
                .with("last_time", JsonValues.time(session.lastTime()))
                .with("first_frame", session.firstFrame())
                .with("last_frame", session.lastFrame())
                .members();
    }

    private static @Nullable Map<String, @Nullable Object> roundTrips(@Nullable RttSummary rtt) {
        return rtt == null
                ? null
                : new JsonObject()
                        .with("min", JsonValues.millis(rtt.min()))
                        .with("avg", JsonValues.millis(rtt.avg()))
                        .with("max", JsonValues.millis(rtt.max()))
                        .with("mdev", JsonValues.millis(rtt.mdev()))
                        .members();
    }
}
