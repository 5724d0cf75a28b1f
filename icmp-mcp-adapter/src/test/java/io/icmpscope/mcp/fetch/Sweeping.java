package io.icmpscope.mcp.fetch;

import java.nio.file.Files;
import java.nio.file.Path;

/** A process that does nothing but sweep a directory, until it is killed. */
final class Sweeping {

    private Sweeping() {}

    public static void main(String[] args) throws Exception {
        Path own = Files.createTempDirectory(Path.of(args[0]), DownloadDirectory.PREFIX);
        System.out.println(own);
        while (true) {
            StaleDirectories.sweep(own);
        }
    }
}
