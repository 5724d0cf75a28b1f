package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is found in captures of others is what was judged by reading them. */
class CorpusFindingsTest {

    @Test
    void whatIsFoundIsWhatWasJudged() throws IOException {
        Corpus.assumeThere();
        TreeSet<String> judged = new TreeSet<>();
        Firing.expected()
                .forEach(firing -> judged.add(firing.id() + " " + firing.severity() + " in " + firing.capture()));
        TreeSet<String> found = new TreeSet<>();
        for (Path capture : Corpus.files()) {
            gravest(capture).forEach((id, severity) -> found.add(id + " " + severity + " in " + capture.getFileName()));
        }
        TreeSet<String> neither = new TreeSet<>(found);
        neither.removeAll(judged);
        judged.removeAll(found);
        assertEquals("[]", neither.toString(), "found, and not judged");
        assertEquals("[]", judged.toString(), "judged, and not found");
    }

    private static Map<String, Severity> gravest(Path capture) throws IOException {
        Map<String, Severity> gravest = new TreeMap<>();
        try {
            for (Finding finding : Judged.of(capture).findings()) {
                gravest.merge(
                        finding.id(), finding.severity(), (one, other) -> one.compareTo(other) >= 0 ? one : other);
            }
        } catch (CaptureFormatException refused) {
            return gravest; // is no capture
        }
        return gravest;
    }
}
