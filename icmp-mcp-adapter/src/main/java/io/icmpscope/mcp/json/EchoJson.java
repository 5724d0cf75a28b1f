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

    static Schema schema() {
        return Schema.object("The pings, as ping itself counts them")
                .with("requests", Schema.count("Requests sent, each sequence number once per use"))
                .with("replies", Schema.count("Requests that were answered"))
                .with("lost", Schema.count("Requests that were not answered"))
                .with("pending", Schema.count("Requests that may still have been answered when the capture ended"))
                .with("loss_percent", Schema.decimalOrNull("Lost of those whose fate is known, 0 to 100"))
                .withCut("sessions", Schema.list("Who asked whom under which id", sessionSchema()));
    }

    private static Schema sessionSchema() {
        return Schema.object("Ping session")
                .with("requester", Schema.text("Address that asked"))
                .with("responder", Schema.text("Address that was asked"))
                .with("ip_version", Schema.count("4 or 6"))
                .with("icmp_id", Schema.count("Identifier"))
                .with("sent", Schema.count("Requests, each sequence number once per use"))
                .with("received", Schema.count("Requests that were answered"))
                .with("lost", Schema.count("Requests that were not answered; those with an ICMP error among them"))
                .with("loss_percent", Schema.decimalOrNull("Lost of those whose fate is known, 0 to 100"))
                .with("pending", Schema.count("Requests that may still have been answered when the capture ended"))
                .with("duplicates", Schema.count("Further replies to a request from the address that was asked"))
                .with("retransmissions", Schema.count("Requests sent again before they were answered"))
                .with("late", Schema.count("Requests answered after the reply timeout"))
                .with("out_of_order", Schema.count("Requests answered after a later one"))
                .with("errors", Schema.count("Requests that an ICMP error answered"))
                .with("unsolicited", Schema.count("Replies to no captured request"))
                .with("capture_copies", Schema.count("Packets captured twice, counted once"))
                .withCut("other_responders", Schema.list("Who answered unasked", Schema.text("Address")))
                .with("rtt_ms", roundTripSchema())
                .with("first_time", Schema.time("First packet"))
                .with("last_time", Schema.time("Last packet"))
                .with("first_frame", Schema.count("Frame number of the first packet"))
                .with("last_frame", Schema.count("Frame number of the last packet"));
    }

    private static Schema roundTripSchema() {
        return Schema.objectOrNull("Round-trip times in milliseconds as ping computes them; null without a reply")
                .with("min", Schema.millis("Shortest"))
                .with("avg", Schema.millis("Mean"))
                .with("max", Schema.millis("Longest"))
                .with("mdev", Schema.millis("Standard deviation of the population"));
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
