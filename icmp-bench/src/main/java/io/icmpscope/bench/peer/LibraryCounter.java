package io.icmpscope.bench.peer;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.Workers;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.nio.file.Path;

/** This library on one thread, as the peers are, which answers all its other questions besides. */
final class LibraryCounter implements EchoCounter {

    @Override
    public EchoCounts count(Path capture) throws IOException {
        IcmpReport report = IcmpAnalyzer.analyze(capture, AnalysisOptions.defaults(), Workers.threads(1));
        return new EchoCounts(
                report.totalPackets(),
                report.icmpPackets(),
                report.echo().sent(),
                report.echo().received());
    }
}
