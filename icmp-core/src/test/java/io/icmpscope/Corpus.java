package io.icmpscope;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Real captures of others, when they are at hand: in the folder that the system property {@code icmpscope.corpus} names,
 * else beside the checkout.
 */
public final class Corpus {

    private static final Path FOLDER = Path.of(
            System.getProperty(
                    "icmpscope.corpus", Path.of("..", "../shared/corpus").toString()),
            "captures");

    private Corpus() {}

    /** Skips a test when they are not. */
    public static void assumeThere() {
        boolean there = Files.isDirectory(FOLDER);
        if (!there) {
            System.out.println("Skipped: no captures in " + FOLDER);
        }
        assumeTrue(there, "no captures in " + FOLDER);
    }

    public static Path file(String name) {
        return FOLDER.resolve(name);
    }

    public static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
