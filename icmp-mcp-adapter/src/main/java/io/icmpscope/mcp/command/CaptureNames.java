package io.icmpscope.mcp.command;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The captures that a command is given. */
final class CaptureNames {

    @Parameters(
            paramLabel = "CAPTURE",
            arity = "1..*",
            type = File.class, // so that the completion script offers files
            converter = AsGiven.class,
            description = "A pcap or pcapng file, plain or packed with gzip, zstd or lz4; - is standard input.")
    private List<String> names = new ArrayList<>();

    /** As typed, one at least. */
    List<String> list() {
        return names;
    }
}
