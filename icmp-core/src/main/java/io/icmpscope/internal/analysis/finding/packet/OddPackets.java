package io.icmpscope.internal.analysis.finding.packet;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.packet.Addresses;
import io.icmpscope.internal.packet.HeaderFacts;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.ChecksumStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which messages have something odd about them? Of ordinary ones it reads a few numbers in place: nothing is allocated and
 * nothing looked up.
 */
public final class OddPackets implements Collector {

    private static final int FIRST_DISCOVERY = 133; // types of neighbour discovery, RFC 4861

    private final KeptMap<OddKey, Seen> odd;
    private final MartianTally martians = new MartianTally();
    private long good;
    private long bad;

    /**
     * Makes a collector that has seen nothing.
     *
     * @param options how many oddities to keep
     */
    public OddPackets(AnalysisOptions options) {
        odd = new KeptMap<>(options.maxEntries());
    }

    @Override
    public void see(PacketView view) {
        lookAtChecksum(view);
        martians.see(view);
        if (isToItself(view)) {
            lookAtLand(view);
        }
        if (view.icmpVersion() != view.ipVersion()) {
            note(view, Oddity.MISMATCH, view.source(), view.icmpVersion());
        }
        if (HeaderFacts.segmentsLeftOfTypeZero(view) != PacketView.NONE) {
            note(view, Oddity.ROUTING_ZERO, view.source(), 0);
        }
        if (!isEcho(view) || view.code() != 0) {
            lookAtOthers(view);
        }
    }

    /** Most messages are echoes, of which there is no more to look at. */
    private static boolean isEcho(PacketView view) {
        int type = view.type();
        return view.icmpVersion() == 4 ? type == 8 || type == 0 : type == 128 || type == 129;
    }

    private void lookAtOthers(PacketView view) {
        if (CodeStates.isOdd(view)) {
            note(view, Oddity.CODE_POINT, null, CodeStates.number(view));
        }
        if (isDiscovery(view) && HeaderFacts.hasFragmentHeader(view)) {
            note(view, Oddity.FRAGMENTED_DISCOVERY, view.source(), 6);
        }
        if (view.isError()) {
            QuoteChecks.look(view, (oddity, subject) -> note(view, oddity, subject, 0));
            if (HeaderFacts.isJoined(view)) {
                note(view, Oddity.FRAGMENTED_ERROR, view.source(), view.icmpVersion());
            }
        }
    }

    private static boolean isDiscovery(PacketView view) {
        int type = view.type();
        boolean six = view.icmpVersion() == 6 && view.ipVersion() == 6;
        return six && type >= FIRST_DISCOVERY && type <= CodeStates.REDIRECT6;
    }

    private void lookAtChecksum(PacketView view) {
        ChecksumStatus status = HeaderFacts.checksumStatus(view);
        if (status == ChecksumStatus.GOOD) {
            good++;
            return;
        }
        if (status == ChecksumStatus.BAD) {
            bad++;
            int joined = HeaderFacts.isJoined(view) ? SenderChecksums.JOINED : 0;
            note(view, Oddity.BAD_CHECKSUM, view.source(), view.icmpVersion() + joined);
        } else if (!HeaderFacts.isWhole(view)) {
            note(view, Oddity.CUT, null, 0);
        }
    }

    private static boolean isToItself(PacketView view) {
        return Addresses.sourceLow(view) == Addresses.destinationLow(view)
                && Addresses.sourceHigh(view) == Addresses.destinationHigh(view);
    }

    private void lookAtLand(PacketView view) {
        IpAddress address = view.source();
        boolean loopback =
                address.version() == 4 ? address.low() >>> 24 == 127 : address.high() == 0 && address.low() == 1;
        boolean nobody = address.high() == 0 && address.low() == 0;
        if (!loopback && !nobody && !address.isMulticast() && !HeaderFacts.isOnLoopback(view)) {
            note(view, Oddity.LAND, address, 0);
        }
    }

    private void note(PacketView view, Oddity oddity, @Nullable IpAddress subject, int number) {
        Seen seen = odd.of(new OddKey(oddity, subject, number), Seen::new);
        if (seen != null) {
            seen.see(view);
        }
    }

    @Override
    public void merge(Collector other) {
        OddPackets that = (OddPackets) other;
        odd.merge(that.odd, Seen::addAll);
        martians.merge(that.martians);
        good += that.good;
        bad += that.bad;
    }

    @Override
    public void contribute(ReportDraft draft) {
        odd.tellLimit("findings: hosts with malformed messages", draft);
        draft.observations.add(new ChecksumCounts(good, bad));
        martians.contribute(draft.observations);
        odd.kept().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> draft.observations.add(entry.getValue().as(entry.getKey())));
    }
}
