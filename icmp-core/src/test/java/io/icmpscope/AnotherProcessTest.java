package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.icmpscope.AnotherProcess.Begun;
import io.icmpscope.report.Access;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one process has seen another goes on with, though its tables are in an order that no other process knows. */
class AnotherProcessTest {

    private static final AnalysisOptions OPTIONS = AnalysisOptions.defaults();

    @TempDir
    Path folder;

    @Test
    void anAnalysisThatOneProcessBeganIsFinishedByAnother() throws Exception {
        List<Path> captures = Lab.captures();
        List<Begun> begun = new ArrayList<>();
        List<IcmpReport> alone = new ArrayList<>();
        for (Path capture : captures) {
            begun.add(begin(capture));
            alone.add(IcmpAnalyzer.analyze(capture, OPTIONS));
        }
        List<IcmpReport> finished =
                assertTimeoutPreemptively(Duration.ofMinutes(5), () -> AnotherProcess.finish(begun, folder));
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < captures.size(); i++) {
            if (!alone.get(i).equals(finished.get(i))) {
                differing.add(captures.get(i).getFileName().toString());
            }
        }
        assertEquals(List.of(), differing);
    }

    /** Sees the first half of the events. */
    private static Begun begin(Path capture) throws IOException {
        List<IcmpEvent> events = new ArrayList<>();
        CaptureStretch stretch;
        try (CaptureEvents decoded = CaptureEvents.open(List.of(capture), Access.READ)) {
            for (IcmpEvent event = decoded.next(); event != null; event = decoded.next()) {
                events.add(event);
            }
            stretch = decoded.stretch();
        }
        TimelineOrder order = TimelineOrder.of(List.of(stretch));
        events.replaceAll(order::place);
        EventJoin join = new EventJoin();
        List<IcmpEvent> joined = new ArrayList<>();
        events.stream().filter(IcmpEvent::needsJoin).forEach(event -> joined.addAll(join.join(event)));
        EventJoin.Result result = join.result();
        events.removeIf(IcmpEvent::needsJoin);
        events.replaceAll(result::number);
        events.addAll(joined);
        events.sort(null);
        PartialReport partial = new PartialReport(OPTIONS);
        int half = events.size() / 2;
        events.subList(0, half).forEach(partial::see);
        return new Begun(partial, new ArrayList<>(events.subList(half, events.size())), order, result);
    }
}
