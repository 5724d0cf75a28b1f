package io.icmpscope.mcp.json;

import io.icmpscope.report.Outage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An outage as JSON. */
final class OutageJson {

    private OutageJson() {}

    static Schema schema() {
        return Schema.object("Three or more requests of one ping that were lost in a row")
                .with("requester", Schema.text("Address that asked"))
                .with("responder", Schema.text("Address that was asked"))
                .with("icmp_id", Schema.count("Identifier of the requests"))
                .with("first_time", Schema.time("When the first lost request was sent"))
                .with("last_time", Schema.time("When the last lost request was sent"))
                .with("lost", Schema.count("How many were lost"))
                .with("last_answer_before", Schema.time("When the latest answer before came; null without one"))
                .with("first_answer_after", Schema.time("When the first answer after came; null without one"));
    }

    static Map<String, @Nullable Object> entry(Outage outage) {
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
