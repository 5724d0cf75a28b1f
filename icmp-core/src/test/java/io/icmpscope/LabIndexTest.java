package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No recording lies unused. */
class LabIndexTest {

    private static final Path TESTS = Path.of("src", "test", "java", "io", "icmpscope");
    private static final Pattern STRING = Pattern.compile("\"([^\"]*)\"");

    @Test
    void everySceneIsNamedByATestOfTheLab() throws IOException {
        Set<String> scenes = files(".txt");
        assertTrue(scenes.size() > 90, scenes::toString);
        scenes.removeAll(named());
        assertEquals(Set.of(), scenes);
    }

    @Test
    void everyCaptureIsOfASceneWhoseOutputWasKept() throws IOException {
        Set<String> scenes = files(".txt");
        Set<String> captures = files(".pcap");
        captures.addAll(files(".pcapng"));
        assertTrue(captures.size() > scenes.size());
        captures.removeIf(capture -> scenes.contains(capture.replaceFirst("-(near|far|\\d\\d)$", "")));
        assertEquals(Set.of(), captures);
    }

    /** Places and parts are named by their scene, or one by one. */
    private static Set<String> named() throws IOException {
        Set<String> words = new TreeSet<>();
        try (Stream<Path> tests = Files.list(TESTS)) {
            for (Path test : tests.filter(LabIndexTest::isOfTheLab).toList()) {
                STRING.matcher(Files.readString(test))
                        .results()
                        .flatMap(string -> Stream.of(string.group(1).split("[, ]+")))
                        .map(word -> word.replaceFirst("-(near|far)$", ""))
                        .forEach(words::add);
            }
        }
        return words;
    }

    private static boolean isOfTheLab(Path test) {
        return test.getFileName().toString().matches("Lab\\w+Test\\.java");
    }

    private static Set<String> files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(Lab.capture("ping4-clean").getParent())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
