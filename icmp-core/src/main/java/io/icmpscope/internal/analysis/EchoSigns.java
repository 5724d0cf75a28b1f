package io.icmpscope.internal.analysis;

import io.icmpscope.internal.analysis.finding.packet.OddPackets;
import io.icmpscope.internal.analysis.finding.path.CircleFold;
import io.icmpscope.internal.analysis.finding.path.RouteOptionTally;
import io.icmpscope.internal.analysis.finding.tunnel.BigEchoTally;
import io.icmpscope.internal.analysis.finding.tunnel.EchoDataFold;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.AnalysisOptions;
import java.io.Serializable;

/** What findings alone need to know of echoes, by class for the sake of speed. */
final class EchoSigns implements Serializable {

    final OddPackets odd;
    final CircleFold circles;
    final RouteOptionTally routes;
    final EchoDataFold data;
    final BigEchoTally large;

    EchoSigns(AnalysisOptions options) {
        odd = new OddPackets(options);
        circles = new CircleFold(options);
        routes = new RouteOptionTally(options);
        data = new EchoDataFold(options);
        large = new BigEchoTally(options);
    }

    void see(PacketView echo) {
        odd.see(echo);
        circles.see(echo);
        routes.see(echo);
        data.see(echo);
        large.see(echo);
    }
}
