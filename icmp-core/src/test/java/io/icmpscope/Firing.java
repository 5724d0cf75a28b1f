package io.icmpscope;

import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A finding in a capture of others, and what was judged of it by reading the capture.
 *
 * @param id the finding
 * @param capture the name of the file
 * @param severity the gravest one of the kind there
 * @param verdict right, wrong or arguable
 * @param why in a few words, or empty
 */
record Firing(String id, String capture, Severity severity, String verdict, String why) {

    private static final String FOLDER = "/findings/";

    /** What was judged, one line a finding and capture. */
    static List<Firing> expected() throws IOException {
        return lines("corpus.tsv")
                .map(columns -> new Firing(
                        columns[0],
                        columns[1],
                        Severity.valueOf(columns[2]),
                        columns[3],
                        columns.length > 4 ? columns[4] : ""))
                .toList();
    }

    /** What is to be said of all firings of a finding. */
    static Map<String, String> verdicts() throws IOException {
        Map<String, String> verdicts = new TreeMap<>();
        lines("verdicts.tsv").forEach(columns -> verdicts.put(columns[0], columns[1]));
        return verdicts;
    }

    private static Stream<String[]> lines(String file) throws IOException {
        try (InputStream in = Firing.class.getResourceAsStream(FOLDER + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> line.split("\t", -1))
                            .toList()
                            .stream();
        }
    }
}
