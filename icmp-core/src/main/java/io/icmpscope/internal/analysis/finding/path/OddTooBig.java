package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.collect.Seen;
import io.icmpscope.internal.analysis.collect.Spread;
import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Reports of an MTU that cannot be right, or hardly.
 *
 * @param path who reported it about whose packets to whom
 * @param mtu the smallest reported MTU in bytes
 * @param packetBytes the length of the smallest quoted packet; 0 when none is known
 * @param impossible whether a report was about a packet that would have fitted, or that was allowed to be fragmented
 * @param seen the reports
 */
record OddTooBig(Path path, long mtu, long packetBytes, boolean impossible, Seen seen) {

    /** What is odd about it. */
    enum Oddity {
        /** No link is as narrow as that. */
        TINY,
        /** The packet would have fitted. */
        FITS
    }

    /** What the reports share. */
    record Path(
            IpAddress reporter,
            @Nullable IpAddress source,
            @Nullable IpAddress destination,
            Oddity oddity) implements Spread.Key, Comparable<Path>, Serializable {

        private static final Comparator<IpAddress> ADDRESS = Comparator.nullsFirst(Comparator.naturalOrder());

        static final Comparator<Path> ORDER = Comparator.comparing(Path::reporter)
                .thenComparing(Path::source, ADDRESS)
                .thenComparing(Path::destination, ADDRESS)
                .thenComparing(Path::oddity);

        @Override
        public long spread() {
            return Spread.of(Spread.of(Spread.of(oddity == Oddity.TINY ? 1 : 0, reporter), source), destination);
        }

        @Override
        public int compareTo(Path other) {
            return ORDER.compare(this, other);
        }
    }
}
