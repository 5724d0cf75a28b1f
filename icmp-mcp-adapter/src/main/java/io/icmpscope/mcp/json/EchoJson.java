package io.icmpscope.mcp.json;

import io.icmpscope.message.IpAddress;
import io.icmpscope.report.EchoReport;
import io.icmpscope.report.EchoSession;
import io.icmpscope.report.Listing;
import io.icmpscope.report.LossBurst;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pings and the other queries as JSON. */
final class EchoJson {

    private static final int MAX_SESSIONS = 24;

    private EchoJson() {}

    static Map<String, @Nullable Object> echo(EchoReport echo, Share share) {
        JsonObject json = new JsonObject()
                .with("requests", echo.sent())
                .with("replies", echo.received())
                .with("lost", echo.lost())
                .with("pending", echo.pending())
                .with("loss_percent", JsonValues.percent(echo.lossPercent()));
        share.list(json, "sessions", echo.sessions(), MAX_SESSIONS, session -> session(session, share));
        share.list(json, "queries", echo.queries(), MAX_SESSIONS, query -> query(query, share));
        return json.members();
    }

    static Schema schema() {
        return Schema.object("The pings, as ping itself counts them")
                .with("requests", Schema.count("Requests sent, each sequence number once per use"))
                .with("replies", Schema.count("Requests that were answered"))
                .with("lost", Schema.count("Requests that were not answered"))
                .with("pending", Schema.count("Requests that may still have been answered when the capture ended"))
                .with("loss_percent", Schema.decimalOrNull("Lost of those whose fate is known, 0 to 100"))
                .withCut("sessions", Schema.list("Who asked whom under which id, most lost first", sessionSchema()))
                .withCut("queries", Schema.list("The same for other questions than echo", sessionSchema()));
    }

    private static Schema sessionSchema() {
        return Schema.object("Ping session, or questions of another kind and their answers")
                .shared("session")
                .with(
                        "kind",
                        Schema.text(
                                "Of queries: timestamp, information, address_mask, extended_echo, node_information"))
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
                .with("payload_mismatches", Schema.count("Replies with other data than was sent"))
                .withCut("other_responders", Schema.list("Who answered unasked", Schema.text("Address")))
                .with("rtt_ms", RttJson.schema())
                .with("payload_sizes", Schema.list("Data of the requests", Schema.count("Bytes")))
                .with("ttls", Schema.list("Of the replies", Schema.count("Time to live or hop limit")))
                .with("first_time", Schema.time("First packet"))
                .with("last_time", Schema.time("Last packet"))
                .with("first_frame", Schema.count("Frame number of the first packet"))
                .with("last_frame", Schema.count("Frame number of the last packet"))
                .withCut("loss_bursts", Schema.list("When requests were lost, most at once first", burstSchema()));
    }

    private static Schema burstSchema() {
        return Schema.object("Requests that were lost one after the other")
                .with("first_time", Schema.time("When the first was sent"))
                .with("last_time", Schema.time("When the last was sent"))
                .with("count", Schema.count("How many"))
                .with("icmp_seq_first", Schema.count("Sequence number of the first"))
                .with("icmp_seq_last", Schema.count("Sequence number of the last"));
    }

    private static Map<String, @Nullable Object> session(EchoSession session, Share share) {
        return fill(new JsonObject(), session, share).members();
    }

    private static Map<String, @Nullable Object> query(EchoSession session, Share share) {
        return fill(new JsonObject().with("kind", JsonValues.word(session.kind())), session, share)
                .members();
    }

    private static JsonObject fill(JsonObject json, EchoSession session, Share share) {
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
        share.inner(json, "other_responders", others, IpAddress::toString);
        json.with("rtt_ms", RttJson.of(session.rtt()))
                .with("payload_sizes", session.payloadSizes())
                .with("ttls", session.replyTtls())
                .with("first_time", JsonValues.time(session.firstTime()))
                .with("last_time", JsonValues.time(session.lastTime()))
                .with("first_frame", session.firstFrame())
                .with("last_frame", session.lastFrame());
        Listing<LossBurst> bursts = new Listing<>(session.lossBursts(), session.lossBurstsOmitted());
        share.inner(json, "loss_bursts", bursts, EchoJson::burst);
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
}
