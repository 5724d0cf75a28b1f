package io.icmpscope.internal.analysis.trouble;

import io.icmpscope.internal.analysis.collect.Sightings;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.PathMtu;
import java.io.Serializable;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is said of the largest packet that fits through one path, report by report in the order of the capture. */
final class PathReports implements Serializable {

    private static final int MAX_REPORTERS = 16;
    private static final long UNKNOWN = Long.MAX_VALUE;
    private static final long NANOS = 1_000_000_000L;

    /** Packets that were on their way already may still be refused for so long. */
    private static final long GRACE_NANOS = NANOS;

    /** After so long a sender may try larger packets again, RFC 1191 section 6.3, RFC 8201 section 4. */
    private static final long AGE_NANOS = 300 * NANOS;

    private final Sightings reports = new Sightings();
    private final TreeSet<IpAddress> reporters = new TreeSet<>();
    private long reported = UNKNOWN;
    private long estimated = UNKNOWN;
    private long ignored;
    private PathMtu.@Nullable BlackHole blackHole;

    private long told = Frame.NO_TIME; // when the sender was told what it should know now
    private long toldLast = Frame.NO_TIME;
    private long allowed; // what it was told then

    /**
     * Takes a report into account.
     *
     * @param mtu as reported, or {@code 0} when a router of before RFC 1191 does not know it
     * @param packetBytes the length of the packet that was too big, or null
     */
    void see(PacketView view, long mtu, @Nullable Long packetBytes) {
        reports.see(view);
        note(view.source());
        long limit = mtu;
        if (mtu > 0 || view.icmpVersion() == 6) {
            reported = Math.min(reported, mtu);
        } else if (packetBytes != null) {
            limit = Plateaus.below(packetBytes);
            estimated = Math.min(estimated, limit);
        } else {
            limit = UNKNOWN;
        }
        if (view.timeNanos() != Frame.NO_TIME) {
            heed(view.timeNanos(), limit, packetBytes == null ? 0 : packetBytes);
        }
    }

    /** Counts the report as ignored advice, or as new advice. */
    private void heed(long time, long limit, long packetBytes) {
        if (told == Frame.NO_TIME || time - toldLast >= AGE_NANOS) {
            told = time;
            allowed = UNKNOWN;
        } else if (time - told >= GRACE_NANOS && packetBytes > allowed) {
            ignored++;
        }
        toldLast = time;
        allowed = Math.min(allowed, limit);
    }

    private void note(IpAddress reporter) {
        reporters.add(reporter);
        if (reporters.size() > MAX_REPORTERS) {
            reporters.pollLast(); // the same are kept whatever the order
        }
    }

    /** Takes in reports about the same path that another part has seen. */
    void merge(PathReports other) {
        reports.addAll(other.reports);
        other.reporters.forEach(this::note);
        reported = Math.min(reported, other.reported);
        estimated = Math.min(estimated, other.estimated);
        ignored += other.ignored;
    }

    /** Adds a hint, unless what was reported explains that the larger packets did not arrive. */
    void suspect(PathMtu.BlackHole hint, int headerBytes) {
        Long mtu = mtu();
        if (mtu == null || hint.lostBytes() + headerBytes <= mtu) {
            blackHole = hint;
        }
    }

    private @Nullable Long mtu() {
        long known = reported != UNKNOWN ? reported : estimated;
        return known == UNKNOWN ? null : known;
    }

    PathMtu path(IpAddress source, IpAddress destination) {
        return new PathMtu(
                source,
                destination,
                mtu(),
                reported == UNKNOWN && estimated != UNKNOWN,
                List.copyOf(reporters),
                reports.count(),
                ignored,
                blackHole,
                reports.firstTime(),
                reports.lastTime(),
                reports.frames());
    }
}
