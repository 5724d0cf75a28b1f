package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.analysis.collect.Observations;
import io.icmpscope.internal.analysis.echo.FieldText.Field;
import io.icmpscope.internal.analysis.echo.TextRun.Longest;
import io.icmpscope.internal.packet.PacketView;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Whether fields of a ping's requests carry text. Of a field that counts or stays, two comparisons are all. */
final class Fields implements Serializable {

    private static final Field[] FIELDS = {Field.SEQUENCE, Field.TTL, Field.IDENTIFICATION, Field.CODE};

    private @Nullable TextRun @Nullable [] runs;
    private int sequence = -1;
    private int ttl = -1;
    private int identification = -1;
    private int code;

    void see(PacketView request, int number) {
        sequence = see(0, sequence, number, request);
        ttl = see(1, ttl, request.ttl(), request);
        identification = see(2, identification, request.identification(), request);
        code = see(3, code, request.code(), request);
    }

    private int see(int field, int last, int value, PacketView request) {
        if (runs != null && runs[field] != null) {
            runs[field].see(value, request.frameNumber(), request.timeNanos());
        } else if (value != last && value != last + 1 && last >= 0 && TextRun.isText(value)) {
            begin(field).see(value, request.frameNumber(), request.timeNanos());
        }
        return value;
    }

    private TextRun begin(int field) {
        if (runs == null) {
            runs = new TextRun[FIELDS.length];
        }
        TextRun run = new TextRun();
        runs[field] = run;
        return run;
    }

    void tell(Session session, Observations observations) {
        if (runs == null) {
            return;
        }
        for (int i = 0; i < FIELDS.length; i++) {
            TextRun run = runs[i];
            Longest text = run == null ? null : run.longest();
            if (text != null) {
                observations.add(
                        new FieldText(session.requester(), session.responder(), session.identifier(), FIELDS[i], text));
            }
        }
    }
}
