package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.analysis.collect.Sightings;
import io.icmpscope.internal.analysis.finding.Merged;
import io.icmpscope.internal.analysis.finding.path.OddTooBig.Oddity;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.DestinationUnreachable;
import io.icmpscope.message.PacketTooBig;
import io.icmpscope.message.QuotedDatagram;
import io.icmpscope.message.QuotedHeader;
import io.icmpscope.report.AnalysisOptions;
import java.io.Serializable;
import java.util.TreeMap;

/** Which reports of a small MTU are odd? */
public final class TooBigTally implements Collector {

    private static final class Reports implements Serializable {
        private final Sightings seen = new Sightings();
        private long mtu = Long.MAX_VALUE;
        private long packetBytes = Long.MAX_VALUE;
        private boolean impossible;

        private void see(PacketView view, long reported, long quoted, boolean fragmentable) {
            seen.see(view);
            impossible |= fragmentable || (quoted > 0 && quoted <= reported);
            mtu = Math.min(mtu, reported);
            packetBytes = quoted == 0 ? packetBytes : Math.min(packetBytes, quoted);
        }

        private void addAll(Reports other) {
            seen.addAll(other.seen);
            mtu = Math.min(mtu, other.mtu);
            impossible |= other.impossible;
            packetBytes = Math.min(packetBytes, other.packetBytes);
        }

        private OddTooBig tell(OddTooBig.Path path) {
            return new OddTooBig(path, mtu, packetBytes == Long.MAX_VALUE ? 0 : packetBytes, impossible, seen.seen());
        }
    }

    private final KeptMap<OddTooBig.Path, Reports> reports;
    private final double narrow4;
    private final double narrow6;

    /**
     * Makes a tally of nothing.
     *
     * @param options how many paths to keep, and what is a small MTU
     */
    public TooBigTally(AnalysisOptions options) {
        reports = new KeptMap<>(options.maxEntries());
        narrow4 = Merged.value(options, TinyMtuRule.LOW4);
        narrow6 = Merged.value(options, TinyMtuRule.MEDIUM6);
    }

    @Override
    public void see(PacketView view) {
        boolean four = view.icmpVersion() == 4;
        if (view.type() != (four ? 3 : 2) || (four && view.code() != 4)) {
            return;
        }
        if (view.message() instanceof PacketTooBig tooBig) {
            see(view, tooBig.mtu(), narrow6, tooBig.quoted());
        } else if (view.message() instanceof DestinationUnreachable unreachable) {
            Integer mtu = unreachable.nextHopMtu();
            if (mtu != null && mtu > 0) { // else of a router before RFC 1191
                see(view, mtu, narrow4, unreachable.quoted());
            }
        }
    }

    private void see(PacketView view, long mtu, double narrow, QuotedDatagram quoted) {
        Long length = quoted.totalLength();
        long packet = length == null ? 0 : length;
        if (mtu < narrow) {
            note(view, mtu, packet, quoted, Oddity.TINY);
        } else if (packet > 0 && packet <= mtu) {
            note(view, mtu, packet, quoted, Oddity.FITS);
        }
    }

    private void note(PacketView view, long mtu, long packet, QuotedDatagram quoted, Oddity oddity) {
        Reports known = reports.of(
                new OddTooBig.Path(view.source(), quoted.source(), quoted.destination(), oddity), Reports::new);
        if (known != null) {
            known.see(view, mtu, packet, isFragmentable(quoted));
        }
    }

    /** Routers fragment such a packet of IPv4 instead of reporting anything. */
    private static boolean isFragmentable(QuotedDatagram quoted) {
        QuotedHeader header = quoted.header();
        return header != null && header.version() == 4 && Boolean.FALSE.equals(header.dontFragment());
    }

    @Override
    public void merge(Collector other) {
        reports.merge(((TooBigTally) other).reports, Reports::addAll);
    }

    @Override
    public void contribute(ReportDraft draft) {
        reports.tellLimit("findings: paths with an odd MTU", draft);
        new TreeMap<>(reports.kept()).forEach((path, known) -> draft.observations.add(known.tell(path)));
    }
}
