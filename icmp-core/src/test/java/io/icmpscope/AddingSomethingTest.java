package io.icmpscope;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** INTERPRETATION.md shows what to write for a new link type, tunnel, message, option and format: that compiles with the rest. */
class AddingSomethingTest {

    private static final Path PAGE = Path.of("INTERPRETATION.md");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```java\n// (\\S+)\n(.*?)^```$");
    private static final String IMPORTS = "import io.icmpscope.message.*; import java.nio.ByteBuffer; ";

    @Test
    void theExamplesCompileWithTheSources(@TempDir Path directory) throws IOException {
        Path sources = copied(directory.resolve("sources"));
        Matcher example = EXAMPLE.matcher(Files.readString(PAGE).replace("\r\n", "\n"));
        int examples = 0;
        while (example.find()) {
            put(sources.resolve("io/icmpscope").resolve(example.group(1)), example.group(2));
            examples++;
        }
        assertTrue(examples >= 12, "so few are found: " + examples);
        assertEquals("", complaints(sources, directory.resolve("classes")));
    }

    private static void put(Path file, String code) throws IOException {
        Files.writeString(file, Files.exists(file) ? withExample(file, code) : asFile(file, code));
    }

    private static String asFile(Path file, String code) {
        Path room = file.getParent();
        String name = "io.icmpscope." + room.getParent().getFileName() + "." + room.getFileName();
        return "package " + name.replace("icmpscope.icmpscope", "icmpscope") + "; " + IMPORTS + code;
    }

    private static String withExample(Path file, String code) throws IOException {
        String word = code.split("\\W", 2)[0];
        Matcher place = Pattern.compile("(?m)^ +" + word + "\\b").matcher(Files.readString(file));
        assertTrue(place.find(), () -> file + " has no line that begins with " + word);
        return place.replaceFirst(Matcher.quoteReplacement(code + (word.equals("permits") ? "" : word)));
    }

    private static Path copied(Path to) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(SOURCES.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return to;
    }

    /** What a compiler finds wrong in sources; only their own module is on its path, and what annotates them. */
    private static String complaints(Path sources, Path classes) throws IOException {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "this is no JDK");
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        String path = System.getProperty("java.class.path");
        List<String> options =
                List.of("-d", classes.toString(), "--release", "17", "-proc:none", "-p", path, "-cp", path);
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(found, null, null);
                Stream<Path> files = Files.walk(sources)) {
            List<Path> all =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            boolean fine = compiler.getTask(
                            null, manager, found, options, null, manager.getJavaFileObjectsFromPaths(all))
                    .call();
            return fine
                    ? ""
                    : found.getDiagnostics().stream().map(Object::toString).collect(joining("\n"));
        }
    }
}
