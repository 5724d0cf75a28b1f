package io.icmpscope.report;

import java.io.Serializable;
import java.util.List;

/**
 * The answer: what a capture says about ICMP. Immutable, safe to keep and to share between threads.
 *
 * @param totalPackets all frames of the capture
 * @param icmpPackets all ICMP and ICMPv6 messages; the statistics cover every one of them
 * @param capture what the capture itself is; of several the {@linkplain CaptureFacts#ofTimeline timeline}
 * @param captures the captures, when several were analysed as one timeline, in the order of their first frames, those
 *     without frames last; else empty
 * @param statistics counts
 * @param echo the pings, and other questions and answers
 * @param outages times in which pings were not answered: most lost requests first
 * @param traceroutes paths that were explored, in the order of their first frames
 * @param errors ICMP errors by reporter and by what they are about: most errors first
 * @param pathMtu paths with a known or suspected limit to the size of packets, in the order of their addresses
 * @param redirects redirects by router and destination: most first
 * @param payloadClasses what the data of echo requests looks like: most requests first
 * @param routers the routers that advertised themselves, by address
 * @param neighbors the addresses of the link that neighbour discovery shows: most conflicts first, then most changes of the
 *     link-layer address, then by address
 * @param multicast the multicast groups that listener discovery shows, by address
 * @param findings what a reader should know: gravest first, then by count, then by first frame; of one kind the first
 *     20; empty when none were asked for
 * @param limitsHit the limits that the analysis reached
 * @param packets the listed messages, in the order of the file; those before and after them are left out
 * @param options what was asked for
 */
public record IcmpReport(
        long totalPackets,
        long icmpPackets,
        CaptureFacts capture,
        List<CaptureFile> captures,
        Statistics statistics,
        EchoReport echo,
        Listing<Outage> outages,
        Listing<Traceroute> traceroutes,
        Listing<ErrorGroup> errors,
        Listing<PathMtu> pathMtu,
        Listing<RedirectGroup> redirects,
        Listing<PayloadClassCount> payloadClasses,
        Listing<Router> routers,
        Listing<Neighbor> neighbors,
        Listing<MulticastGroup> multicast,
        Listing<Finding> findings,
        List<LimitHit> limitsHit,
        List<PacketEntry> packets,
        AnalysisOptions options)
        implements Serializable {

    /** Keeps copies of the lists. */
    public IcmpReport {
        captures = List.copyOf(captures);
        limitsHit = List.copyOf(limitsHit);
        packets = List.copyOf(packets);
    }

    /**
     * Returns how many messages are not among the listed ones.
     *
     * @return the messages before the first and after the last listed one
     */
    public long packetsOmitted() {
        return icmpPackets - packets.size();
    }

    /**
     * Returns this report with other facts about the capture.
     *
     * @param facts what the capture is
     * @return the changed report
     */
    public IcmpReport withCapture(CaptureFacts facts) {
        return with(facts, captures, findings, options);
    }

    /**
     * Returns this report with other facts about the captures of the timeline, and what follows from them for the whole.
     *
     * @param files the captures, in the order of the timeline
     * @return the changed report
     */
    public IcmpReport withCaptures(List<CaptureFile> files) {
        return with(CaptureFacts.ofTimeline(files), files, findings, options);
    }

    /**
     * Returns this report as the answer to other options, for those who compare reports.
     *
     * @param asked what was asked for
     * @return the changed report
     */
    public IcmpReport withOptions(AnalysisOptions asked) {
        return with(capture, captures, findings, asked);
    }

    /**
     * Returns this report with other findings.
     *
     * @param judged the findings
     * @return the changed report
     */
    public IcmpReport withFindings(Listing<Finding> judged) {
        return with(capture, captures, judged, options);
    }

    private IcmpReport with(
            CaptureFacts facts, List<CaptureFile> files, Listing<Finding> judged, AnalysisOptions asked) {
        return new IcmpReport(
                totalPackets,
                icmpPackets,
                facts,
                files,
                statistics,
                echo,
                outages,
                traceroutes,
                errors,
                pathMtu,
                redirects,
                payloadClasses,
                routers,
                neighbors,
                multicast,
                judged,
                limitsHit,
                packets,
                asked);
    }
}
