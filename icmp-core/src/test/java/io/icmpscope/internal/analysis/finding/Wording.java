package io.icmpscope.internal.analysis.finding;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.icmpscope.Judged;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Evidence;
import io.icmpscope.report.Listing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that the findings of a kind in a capture say, as lines to read and to compare.
 *
 * @param kind the finding
 * @param capture a recorded scene of the lab
 * @param lines what is said, as {@link #of} puts it
 */
public record Wording(String kind, String capture, String lines) {

    private static final String BEGIN = "== "; // of a row: the kind and the capture

    /** The rows of a table. Lines with a # are for the reader. */
    public static Stream<Wording> table(Class<?> room, String file) throws IOException {
        try (InputStream in = room.getResourceAsStream(file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.joining("\n"));
            List<String> rows = Stream.of(text.split("(?m)^" + BEGIN))
                    .map(String::strip)
                    .filter(row -> !row.isEmpty())
                    .toList();
            assertFalse(rows.isEmpty(), file);
            return rows.stream().map(Wording::row);
        }
    }

    private static Wording row(String text) {
        String[] parts = text.split("\n", 2);
        String[] names = parts[0].split(" ");
        return new Wording(names[0], names[1], parts[1]);
    }

    /** What is said of the capture now. */
    public String now() throws IOException {
        return of(Judged.lab(capture).of(kind));
    }

    /** Findings as lines, an empty line between two. */
    public static String of(List<Finding> findings) {
        return findings.stream().map(Wording::of).collect(Collectors.joining("\n\n"));
    }

    private static String of(Finding finding) {
        Evidence evidence = finding.evidence();
        return String.join(
                "\n",
                finding.severity() + ", confidence " + finding.confidence() + ", " + finding.category(),
                "title: " + finding.title(),
                "summary: " + finding.summary(),
                "measured: " + evidence.measured().metric() + " "
                        + evidence.measured().value() + ", from "
                        + evidence.measured().threshold() + " on",
                "count: " + evidence.count() + ", " + evidence.firstTime() + " to " + evidence.lastTime(),
                "frames: " + evidence.frames(),
                "addresses: " + addresses(evidence.addresses()),
                "filter: " + finding.displayFilter(),
                "harmless: " + finding.mayBeBenign(),
                "next: " + finding.nextStep(),
                "references: " + finding.references());
    }

    private static String addresses(Listing<IpAddress> listing) {
        return listing.entries() + (listing.omitted() > 0 ? " and " + listing.omitted() + " more" : "");
    }

    @Override
    public String toString() {
        return kind + " in " + capture;
    }
}
