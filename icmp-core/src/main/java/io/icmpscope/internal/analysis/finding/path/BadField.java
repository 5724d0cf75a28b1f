package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.internal.analysis.collect.Spread;
import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Complaints of one reporter about one field.
 *
 * @param complaint who complains about what
 * @param senders whose packets had the fault, by address, 16 at most
 * @param seen the complaints
 */
record BadField(Complaint complaint, List<IpAddress> senders, Seen seen) {

    /**
     * What the complaints share.
     *
     * @param reporter who complains
     * @param code what is wrong with the field; -1 when it was not captured
     * @param pointer where it is
     * @param field what it is called, or null
     */
    record Complaint(
            IpAddress reporter,
            int code,
            long pointer,
            @Nullable String field) implements Spread.Key, Comparable<Complaint>, Serializable {

        static final Comparator<Complaint> ORDER = Comparator.comparing(Complaint::reporter)
                .thenComparingInt(Complaint::code)
                .thenComparingLong(Complaint::pointer)
                .thenComparing(Complaint::field, Comparator.nullsFirst(Comparator.naturalOrder()));

        @Override
        public long spread() {
            long told = Spread.of(Spread.of(code, pointer), reporter);
            return field == null ? told : Spread.of(told, field);
        }

        @Override
        public int compareTo(Complaint other) {
            return ORDER.compare(this, other);
        }
    }
}
