package io.icmpscope;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** INTERPRETATION.md says of each reading which test holds it. This one holds the page to that. */
class InterpretationTest {

    private static final Path PAGE = Path.of("INTERPRETATION.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Path ADAPTER_TESTS = Path.of("../icmp-mcp-adapter/src/test/java");

    private static final Pattern NAMED = Pattern.compile("(\\*adapter\\*\\s+)?`(\\w+Test)#(\\w+)`");
    private static final Pattern TRAP_ROW = Pattern.compile("(?m)^\\| (\\d+) \\| [^|]+ \\| ([^|]+) \\|$");
    private static final Pattern TRAP_TEST = Pattern.compile("/\\*\\* Trap (\\d+)\\b.*?void (\\w+)\\(", Pattern.DOTALL);

    @Test
    void everyTestThatThePageNamesIsATest() throws IOException {
        Map<String, Path> classes = sources(TESTS);
        Map<String, Path> adapters = sources(ADAPTER_TESTS);
        Set<String> missing = new TreeSet<>();
        List<MatchResult> named = named(Files.readString(PAGE)).toList();
        for (MatchResult test : named) {
            boolean adapter = test.group(1) != null;
            Path source = (adapter ? adapters : classes).get(test.group(2));
            if (source == null || !(adapter ? isWritten(source, test.group(3)) : isTest(source, test.group(3)))) {
                missing.add(test.group());
            }
        }
        assertEquals(Set.of(), missing);
        assertTrue(named.size() > 150, () -> "so few are found: " + named.size());
    }

    @Test
    void everyReadingIsHeldByATest() throws IOException {
        Set<String> loose = Arrays.stream(Files.readString(PAGE).split("(?m)^### "))
                .skip(1) // what stands before the first reading
                .filter(reading ->
                        named(reading.split("(?m)^## ", 2)[0]).findAny().isEmpty())
                .collect(toCollection(TreeSet::new));
        assertEquals(Set.of(), loose);
    }

    @Test
    void theIndexOfTrapsAndTheTestsThatSaySoAreTheSame() throws IOException {
        Map<Integer, Set<String>> index = new TreeMap<>();
        TRAP_ROW.matcher(Files.readString(PAGE)).results().forEach(row -> {
            Set<String> tests = named(row.group(2)).map(test -> test.group(3)).collect(toCollection(TreeSet::new));
            assertTrue(!tests.isEmpty() || row.group(2).endsWith(" yet"), row::group);
            index.put(Integer.valueOf(row.group(1)), tests);
        });
        assertEquals(IntStream.rangeClosed(1, 38).boxed().collect(toSet()), index.keySet());
        index.values().removeIf(Set::isEmpty);
        assertEquals(index, saidInTests());
    }

    private static Map<Integer, Set<String>> saidInTests() throws IOException {
        Map<Integer, Set<String>> said = new TreeMap<>();
        Stream<Path> all = Stream.concat(sources(TESTS).values().stream(), sources(ADAPTER_TESTS).values().stream());
        for (Path source : all.toList()) {
            TRAP_TEST
                    .matcher(Files.readString(source))
                    .results()
                    .forEach(test -> said.computeIfAbsent(Integer.valueOf(test.group(1)), trap -> new TreeSet<>())
                            .add(test.group(2)));
        }
        return said;
    }

    private static Stream<MatchResult> named(String text) {
        return NAMED.matcher(text).results();
    }

    /** The sources of tests by the simple names of their classes. */
    private static Map<String, Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""), Function.identity()));
        }
    }

    private static boolean isTest(Path source, String method) {
        String name = TESTS.relativize(source)
                .toString()
                .replace(".java", "")
                .replace(source.getFileSystem().getSeparator(), ".");
        try {
            return Arrays.stream(Class.forName(name, false, InterpretationTest.class.getClassLoader())
                            .getDeclaredMethods())
                    .filter(declared -> declared.getName().equals(method))
                    .anyMatch(InterpretationTest::isAnnotatedAsTest);
        } catch (ClassNotFoundException none) {
            return false;
        }
    }

    private static boolean isAnnotatedAsTest(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getSimpleName())
                .anyMatch(Set.of("Test", "ParameterizedTest", "Property")::contains);
    }

    /** Whether a test of another module, whose classes are not here, has a method of this name. */
    private static boolean isWritten(Path source, String method) throws IOException {
        return Files.readString(source).contains(" void " + method + "(");
    }
}
