package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.ReadmeExamples.Program;
import io.icmpscope.ReadmeExamples.Run;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever copies a program from our pages into a project of their own gets what the page says. */
class ReadmeExamplesIT {

    private static final Duration HANG = Duration.ofMinutes(5);
    private static final List<Path> PAGES = List.of(Path.of("..", "README.md"), Path.of("README.md"));

    @Test
    void programsPrintWhatThePageSaysOnTheClassPathAndOnTheModulePath(@TempDir Path directory) {
        assertTimeoutPreemptively(HANG, () -> {
            List<Program> programs = new ArrayList<>();
            for (Path page : PAGES) {
                programs.addAll(ReadmeExamples.of(page));
            }
            assertTrue(programs.size() >= 3, () -> "so few programs: " + programs);
            ConsumerProject project = ConsumerProject.in(directory.toRealPath());
            for (Program program : programs) {
                project.add(program);
            }
            project.compile();
            for (Program program : programs) {
                for (Run run : program.runs()) {
                    String name = program.name();
                    assertEquals(run.output(), project.printedOnClassPath(name, run.arguments()), name);
                    assertEquals(run.output(), project.printedOnModulePath(name, run.arguments()), name);
                }
            }
        });
    }
}
