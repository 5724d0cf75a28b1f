package io.icmpscope.mcp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Captures of the {@link Lab} that the programs zstd and lz4 packed. */
public final class Packed {

    private static final Path DIRECTORY = Path.of("src", "test", "resources", "packed");

    private Packed() {}

    /** Finds one by its file name. */
    public static Path capture(String name) {
        return DIRECTORY.resolve(name);
    }

    public static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(capture(name));
    }

    /** Finds what was packed. */
    public static Path plain(String name) {
        return Lab.capture(name.substring(0, name.indexOf(".pcap") + ".pcap".length()));
    }
}
