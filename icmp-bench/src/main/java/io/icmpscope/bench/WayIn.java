package io.icmpscope.bench;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.IcmpPackets;
import io.icmpscope.Workers;
import io.icmpscope.internal.bytes.Source;
import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.report.Access;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The ways in which a capture comes to the library. Public because JMH names it in what it generates. */
public enum WayIn {
    /** A file, mapped into memory. */
    MAPPED,
    /** A file, read into one buffer. */
    READ,
    /** A stream, as from a pipe: the library does not know that a file is behind it. */
    STREAM;

    /** Opens a capture below the front door. */
    Source open(Path capture) throws IOException {
        return this == STREAM ? Sources.of(Files.newInputStream(capture)) : Sources.open(capture, access());
    }

    IcmpReport analyze(Path capture, AnalysisOptions options, Workers workers) throws IOException {
        return this == STREAM
                ? IcmpAnalyzer.analyze(Files.newInputStream(capture), options)
                : IcmpAnalyzer.analyze(capture, options.withAccess(access()), workers);
    }

    IcmpPackets packets(Path capture, AnalysisOptions options) throws IOException {
        return this == STREAM
                ? IcmpAnalyzer.packets(Files.newInputStream(capture), options)
                : IcmpAnalyzer.packets(capture, options.withAccess(access()));
    }

    private Access access() {
        return this == MAPPED ? Access.MAPPED : Access.READ;
    }
}
