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

    /** No fields. */
    static final long NONE = -1;

    private static final int BITS = 16; // of each field in a word
    private static final long ONE_EACH = 0x0001_0001_0001_0001L;
    private static final long BORROWED = ONE_EACH & -2;
    private static final int MASK = 0xFFFF;

    /** Bit of what is watched: a text goes on. The others, one a field, say that it once looked like one. */
    private static final int TEXT = 1 << 4;

    private @Nullable TextRun @Nullable [] runs;

    /** The fields of a request in one word. */
    static long of(PacketView request, int number) {
        return (long) request.code() << (3 * BITS)
                | (long) (request.identification() & MASK) << (2 * BITS)
                | (long) request.ttl() << BITS
                | number;
    }

    /** Whether nothing is to be looked at, as far as this watches: fields that stay or count carry no text. */
    static boolean isPlain(int watched, long before, long now) {
        long steps = now - before;
        long borrowed = now ^ before ^ steps; // by a field of the one above it
        if (watched == 0 && (steps & ~ONE_EACH) == 0 && (borrowed & BORROWED) == 0) {
            return true;
        }
        if ((watched & TEXT) != 0) {
            return false;
        }
        for (int field = 0; field < FIELDS.length; field++) {
            int value = value(now, field);
            boolean asked = (watched & (1 << field)) != 0 || isJump(before == NONE ? -1 : value(before, field), value);
            if (asked && TextRun.isText(value)) {
                return false;
            }
        }
        return true;
    }

    private static int value(long fields, int field) {
        return (int) (fields >>> (field * BITS)) & MASK;
    }

    private static boolean isJump(int last, int value) {
        return value != last && value != last + 1 && last >= 0;
    }

    /** Looks at the fields of a request that are not; says what to watch from now on. */
    int see(long before, long now, PacketView request) {
        int watched = 0;
        for (int field = 0; field < FIELDS.length; field++) {
            see(field, before == NONE ? -1 : value(before, field), value(now, field), request);
            TextRun run = runs == null ? null : runs[field];
            watched |= run == null ? 0 : run.isOpen() ? TEXT : 1 << field;
        }
        return watched;
    }

    private void see(int field, int last, int value, PacketView request) {
        if (runs != null && runs[field] != null) {
            runs[field].see(value, request.frameNumber(), request.timeNanos());
        } else if (isJump(last, value) && TextRun.isText(value)) {
            begin(field).see(value, request.frameNumber(), request.timeNanos());
        }
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
