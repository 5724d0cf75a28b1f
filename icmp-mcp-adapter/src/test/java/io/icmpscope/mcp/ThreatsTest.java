package io.icmpscope.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** THREATS.md says of each threat which tests hold the answer. This one holds the page to that. */
class ThreatsTest {

    private static final Path PAGE = Path.of("THREATS.md");
    private static final Path TESTS = Path.of("src/test/java");

    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))#(\\w+)`");
    private static final Pattern HEADER = Pattern.compile("\\| Threat .*|\\|[-|]+");

    @Test
    void everyTestThatThePageNamesIsATest() throws IOException {
        Map<String, Path> classes = sources();
        Set<String> missing = new TreeSet<>();
        List<MatchResult> named = named(Files.readString(PAGE)).toList();
        for (MatchResult test : named) {
            Path source = classes.get(test.group(1));
            if (source == null || !isTest(Files.readString(source), test.group(2))) {
                missing.add(test.group());
            }
        }
        assertEquals(Set.of(), missing);
        assertTrue(named.size() > 80, () -> "so few are found: " + named.size());
    }

    @Test
    void everyThreatIsHeldByATest() throws IOException {
        List<String> loose = Files.readString(PAGE)
                .lines()
                .filter(line -> line.startsWith("|") && !HEADER.matcher(line).matches())
                .filter(row -> named(row).findAny().isEmpty())
                .toList();
        assertEquals(List.of(), loose);
    }

    private static Stream<MatchResult> named(String text) {
        return NAMED.matcher(text).results();
    }

    private static Map<String, Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().matches(".*(Test|IT)\\.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""), Function.identity()));
        }
    }

    /** By the source, as those that need the jar are no tests of this run. */
    private static boolean isTest(String source, String method) {
        return Pattern.compile("@(Parameterized)?Test\\s[^;{}]*\\bvoid " + method + "\\(")
                .matcher(source)
                .find();
    }
}
