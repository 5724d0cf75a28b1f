package io.icmpscope.mcp.command;

import io.icmpscope.report.CaptureFacts;

/** What a command tells the shell. The larger status wins when several captures were given. */
final class ExitStatus {

    /** Everything was read. */
    static final int READ = 0;
    /** Everything was read as far as it goes: a capture is damaged or cut. */
    static final int READ_WITH_WARNINGS = 1;
    /** A capture could not be read, or the command line is wrong. */
    static final int NOT_READ = 2;
    /** Whoever read the answer stopped: what the shell says of programs that this ends (128 + SIGPIPE). */
    static final int NOBODY_READS = 141;

    private ExitStatus() {}

    static int of(CaptureFacts read) {
        return read.warnings().total() == 0 ? READ : READ_WITH_WARNINGS;
    }
}
