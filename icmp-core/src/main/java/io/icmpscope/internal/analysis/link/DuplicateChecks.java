package io.icmpscope.internal.analysis.link;

import io.icmpscope.internal.packet.PacketEntries;
import io.icmpscope.report.Listing;
import io.icmpscope.report.Neighbor.DuplicateCheck;
import io.icmpscope.report.Neighbor.DuplicateCheck.Result;
import io.icmpscope.report.Neighbor.LinkAddress;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checks whether one address is in use already: RFC 4862 section 5.4, with the nonce of RFC 7527. */
final class DuplicateChecks implements Serializable {

    /** Where a link-layer address was seen, if not in an option. */
    static final String FRAME = "frame";

    private static final long MILLI = 1_000_000; // nanoseconds

    /** How long a node waits for an answer, RFC 4861 section 10: RETRANS_TIMER. */
    private static final long WAIT = 1_000 * MILLI;

    /** A question without a nonce that comes again so soon is the same, asked again after WAIT and a bit. */
    private static final long AGAIN = 2_000 * MILLI;

    /** The same question so soon was captured twice, as with pings. */
    private static final long COPY = 2 * MILLI;

    /** Before this the same question came back, later its sender sent it again. */
    private static final long WAY_BACK = 500 * MILLI;

    /**
     * Before this nobody announces an address as his own. Cisco's and Microsoft's nodes do so a little before WAIT is over,
     * after which only a known asker can be told from somebody else.
     */
    private static final long ANNOUNCEMENT = 500 * MILLI;

    private final List<DuplicateCheck> closed = new ArrayList<>(1);
    private long conflicts;
    private long omitted;

    private @Nullable Asker asker; // of the latest check, or null before the first
    private Moment first = new Moment(0, 0);
    private Moment last = first;
    private long frame;
    private @Nullable Result result;

    DuplicateChecks() {}

    /** Sees a question. */
    void asked(Moment now, Asker who, long frameNumber) {
        Asker earlier = asker;
        if (earlier == null) {
            begin(now, who, frameNumber);
        } else if (who.asksTheSameAs(earlier)) {
            repeated(now);
        } else if (who.isAnother(earlier) && now.isWithin(WAIT, last)) {
            result = result == null ? Result.DUPLICATE : result;
        } else if (!who.isAnother(earlier) && !who.asksAnew(earlier) && now.isWithin(AGAIN, last)) {
            last = now;
        } else {
            close(result == null ? Result.UNIQUE : result);
            begin(now, who, frameNumber);
        }
    }

    private void begin(Moment now, Asker who, long frameNumber) {
        asker = who;
        first = now;
        last = now;
        frame = frameNumber;
        result = null;
    }

    private void repeated(Moment now) {
        if (now.isKnownAfter(WAY_BACK, last)) {
            last = now;
        } else if (now.isKnownAfter(COPY, last) && result == null) {
            result = Result.LOOPED_BACK;
        }
    }

    /** Sees somebody say to all nodes that he has the address, by the link-layer addresses of the frame and of the option. */
    void claimed(Moment now, @Nullable String frameFrom, @Nullable String linkAddress) {
        Asker earlier = asker;
        if (earlier == null || result != null) {
            return;
        }
        String own = earlier.linkAddress();
        boolean itself = own != null && (own.equals(frameFrom) || own.equals(linkAddress));
        if (!itself && now.isWithin(own == null ? ANNOUNCEMENT : WAIT, last)) {
            result = Result.DUPLICATE;
        }
    }

    /** Ends the latest check. */
    private void close(Result came) {
        boolean conflict = came == Result.DUPLICATE;
        conflicts += conflict ? 1 : 0;
        if (closed.size() == LinkTables.MAX_IN_AN_ENTRY) {
            omitted++;
            if (!conflict || !dropLatestWithout()) {
                return;
            }
        }
        closed.add(new DuplicateCheck(PacketEntries.instant(first.nanos()), frame, came));
    }

    private boolean dropLatestWithout() {
        for (int i = closed.size() - 1; i >= 0; i--) {
            if (closed.get(i).result() != Result.DUPLICATE) {
                closed.remove(i);
                return true;
            }
        }
        return false;
    }

    /** Ends all checks at the end of the capture. */
    void end(long lastTimeNanos) {
        if (asker != null) {
            boolean undecided = new Moment(lastTimeNanos, Long.MAX_VALUE).isWithin(WAIT, last);
            result = result != null ? result : undecided ? Result.PENDING : Result.UNIQUE;
            close(result);
        }
    }

    /** Returns who has the address by the latest check, as far as its frames tell. To be asked at the end. */
    @Nullable
    LinkAddress owner() {
        String own = asker == null || result != Result.UNIQUE ? null : asker.linkAddress();
        Instant from = PacketEntries.instant(first.nanos());
        return own == null ? null : new LinkAddress(own, from, PacketEntries.instant(last.nanos()), FRAME);
    }

    long conflicts() {
        return conflicts;
    }

    Listing<DuplicateCheck> listing() {
        return new Listing<>(closed, omitted);
    }
}
