package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The display filter of every finding, given to tshark, shows every frame that the finding names. */
class DisplayFilterTest {

    @BeforeAll
    static void tsharkIsThere() throws InterruptedException {
        boolean there = false;
        try {
            there = new ProcessBuilder("tshark", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            System.out.println("Skipped: no tshark to try display filters with");
        }
        assumeTrue(there, "no tshark");
    }

    @Test
    void everyFrameOfOurRecordingsIsShown() throws IOException {
        check(Lab.captures());
    }

    @Test
    void everyFrameOfTheCapturesOfOthersIsShown() throws IOException {
        Corpus.assumeThere();
        check(Corpus.files());
    }

    private static void check(List<Path> captures) {
        List<String> checked = captures.parallelStream()
                .flatMap(DisplayFilterTest::hidden)
                .sorted()
                .toList();
        List<String> hidden = checked.stream().filter(line -> !line.isEmpty()).toList();
        assertTrue(checked.size() > 15, "only " + checked.size() + " findings");
        assertEquals("", String.join("\n", hidden));
    }

    /** A line a finding: empty, or what the filter does not show. */
    private static Stream<String> hidden(Path capture) {
        try {
            return Judged.of(capture).findings().stream().map(finding -> hidden(capture, finding));
        } catch (CaptureFormatException refused) {
            return Stream.of(); // is no capture
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hidden(Path capture, Finding finding) {
        String filter = finding.displayFilter();
        String printed = tshark(capture, filter);
        if (printed.contains("unknown or unsupported")) {
            return ""; // a kind of link that tshark cannot read: there is no filter for it
        }
        if (!printed.lines().allMatch(line -> line.matches("\\d+"))) {
            return describe(capture, finding) + " is refused: " + printed;
        }
        Set<Long> frames = new TreeSet<>(finding.evidence().frames());
        frames.removeAll(numbers(printed));
        if (!frames.isEmpty() && filter.contains("icmp")) { // frames so broken that tshark sees no ICMP in them
            frames.retainAll(numbers(tshark(capture, "icmp || icmpv6")));
        }
        return frames.isEmpty() ? "" : describe(capture, finding) + " hides " + frames;
    }

    private static Set<Long> numbers(String printed) {
        return printed.lines().map(Long::valueOf).collect(Collectors.toSet());
    }

    private static String describe(Path capture, Finding finding) {
        return capture.getFileName() + ": " + finding.id() + ": " + finding.displayFilter();
    }

    private static String tshark(Path capture, String filter) {
        try {
            Process process = new ProcessBuilder(
                            "tshark",
                            "-n",
                            "-r",
                            capture.toString(),
                            "-Y",
                            filter,
                            "-T",
                            "fields",
                            "-e",
                            "frame.number")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            try (InputStream printed = process.getInputStream()) {
                return new String(printed.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !isOfNoConcern(line))
                        .collect(Collectors.joining("\n"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That it runs as root, that a capture is cut, and that tshark gives up on some headers. */
    private static boolean isOfNoConcern(String line) {
        return line.startsWith("Running as user")
                || line.startsWith("tshark: The file")
                || line.contains("Dissector bug");
    }
}
