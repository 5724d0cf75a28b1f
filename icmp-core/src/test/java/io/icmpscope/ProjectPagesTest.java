package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages for contributors, reporters and users, and what runs when something is pushed. */
class ProjectPagesTest {

    private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
    private static final Path GITHUB = TOP.resolve(".github");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern ACTION = Pattern.compile("(?m)^ +- uses: (.*)$");

    @Test
    void noPageLeadsToAFileThatIsNotThere() throws IOException {
        Set<String> broken = new TreeSet<>();
        int links = 0;
        for (Path page : List.of(
                GITHUB.resolve("CONTRIBUTING.md"),
                GITHUB.resolve("SECURITY.md"),
                GITHUB.resolve("CHANGELOG.md"),
                TOP.resolve("README.md"),
                TOP.resolve("icmp-core/README.md"),
                TOP.resolve("icmp-mcp-adapter/README.md"))) {
            for (MatchResult link :
                    LINK.matcher(Files.readString(page)).results().toList()) {
                links++;
                if (!Files.exists(page.resolveSibling(link.group(1)))) {
                    broken.add(TOP.relativize(page) + ": " + link.group(1));
                }
            }
        }
        assertEquals(Set.of(), broken);
        assertTrue(links > 20, "so few links are found: " + links);
    }

    @Test
    void workflowsRunWhatThereIsToRunAndTakeActionsByTheirCommit() throws IOException {
        try (Stream<Path> files = Files.list(GITHUB.resolve("workflows"))) {
            List<Path> workflows = files.toList();
            assertEquals(2, workflows.size());
            for (Path workflow : workflows) {
                String text = Files.readString(workflow);
                assertTrue(text.contains("- run: bash .ci/run\n"), workflow::toString);
                List<String> actions = ACTION.matcher(text)
                        .results()
                        .map(action -> action.group(1))
                        .toList();
                assertTrue(actions.size() >= 3, actions::toString);
                for (String action : actions) {
                    assertTrue(action.matches("[\\w-]+/[\\w-]+@[0-9a-f]{40} # v[\\d.]+"), action);
                }
            }
        }
    }
}
