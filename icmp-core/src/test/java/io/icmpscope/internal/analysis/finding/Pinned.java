package io.icmpscope.internal.analysis.finding;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.icmpscope.Judged;
import io.icmpscope.Lab;
import io.icmpscope.report.AnalysisOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a threshold is compared with in a recording: with this very value of the threshold a finding is told in one way, and with
 * the next larger or smaller number in another.
 *
 * @param threshold the name of the threshold, which begins with that of the finding
 * @param capture a recorded scene of the lab
 * @param value what was measured there
 * @param next the next number: above or below
 * @param at the severities that are told with this value, or none
 * @param beyond those with the next number
 */
public record Pinned(String threshold, String capture, double value, String next, String at, String beyond) {

    /** The rows of a table, one a line. Lines with a # are for the reader. */
    public static Stream<Pinned> table(Class<?> room, String file) throws IOException {
        try (InputStream in = room.getResourceAsStream(file)) {
            List<Pinned> rows = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> row(line.split(" +")))
                    .toList();
            assertFalse(rows.isEmpty(), file);
            return rows.stream();
        }
    }

    private static Pinned row(String[] columns) {
        return new Pinned(columns[0], columns[1], Double.parseDouble(columns[2]), columns[3], columns[4], columns[5]);
    }

    /** The row as it is now. */
    public Pinned now() throws IOException {
        return now(Files.readAllBytes(Lab.capture(capture)));
    }

    /** The row as it is now, of a capture made by hand. */
    public Pinned now(byte[] bytes) throws IOException {
        double other = next.equals("above") ? Math.nextUp(value) : Math.nextDown(value);
        return new Pinned(
                threshold, capture, value, next, told(threshold, bytes, value), told(threshold, bytes, other));
    }

    /** What is told of the kind with a value of the threshold: severity, and metric that decided, of each finding. */
    public static String told(String threshold, byte[] capture, double value) throws IOException {
        String kind = threshold.substring(0, threshold.indexOf('.'));
        AnalysisOptions options = AnalysisOptions.defaults().withThreshold(threshold, value);
        String told = Judged.of(capture, options).of(kind).stream()
                .map(found -> found.severity() + "/" + found.confidence() + "/"
                        + found.evidence().measured().metric())
                .collect(Collectors.joining(","));
        return told.isEmpty() ? "none" : told;
    }

    @Override
    public String toString() {
        return "%-30s %-24s %20s %s %s %s".formatted(threshold, capture, value, next, at, beyond);
    }
}
