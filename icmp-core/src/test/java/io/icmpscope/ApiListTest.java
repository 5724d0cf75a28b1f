package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No user's program stops compiling unless somebody meant it: api.txt is the list of what they may use. */
class ApiListTest {

    private static final Path LIST = Path.of("api.txt");
    private static final Path CLASSES = Path.of("target/classes");
    private static final String REWRITE = "mvn -pl icmp-core test -Dtest=ApiListTest -Dicmpscope.write=true";

    /** With {@code -Dicmpscope.write=true} the list is written first. */
    @Test
    void theClassesOfferWhatTheListSays() throws IOException {
        List<String> offered = ApiList.of(exportedTypes().stream());
        if (Boolean.getBoolean("icmpscope.write")) {
            Files.writeString(LIST, String.join("\n", offered) + "\n");
        }
        List<String> listed = Files.readAllLines(LIST);
        assertEquals(listed, offered, () -> complaint(listed, offered));
    }

    private static String complaint(List<String> listed, List<String> offered) {
        List<String> gone = new ArrayList<>(listed);
        gone.removeAll(offered);
        List<String> added = new ArrayList<>(offered);
        added.removeAll(listed);
        return "The public API is not what icmp-core/api.txt says. What is gone breaks programs that use it: " + gone
                + ". What is new has to be kept for ever: " + added
                + ". If that is meant, write the list anew and commit it: " + REWRITE + "\n";
    }

    private static List<Class<?>> exportedTypes() throws IOException {
        List<Class<?>> types = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(CLASSES.resolve("module-info.class"))) {
            for (ModuleDescriptor.Exports exported :
                    ModuleDescriptor.read(bytes).exports()) {
                types.addAll(typesOf(exported.source()));
            }
        }
        assertTrue(types.size() > 100, () -> "so few types are found: " + types.size());
        return types;
    }

    private static List<Class<?>> typesOf(String packageName) throws IOException {
        List<Class<?>> types = new ArrayList<>();
        try (Stream<Path> files = Files.list(CLASSES.resolve(packageName.replace('.', '/')))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".class") && !name.equals("package-info.class")) {
                    types.add(load(packageName + "." + name.replace(".class", "")));
                }
            }
        }
        return types;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ApiListTest.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void whatAUserCanSeeIsListedAndNothingElse() {
        String here = ApiSample.class.getCanonicalName() + ".";
        assertEquals(
                List.of(
                        here + "Open: abstract static class extends " + here + "Root implements java.io.Closeable",
                        "  abstract void run()",
                        "  protected Open(int) throws java.io.IOException",
                        "  protected int kept",
                        "  static <T extends Comparable<T> & java.io.Serializable> T highest(java.util.List<? extends T>)",
                        "  static @Nullable String[] names(java.util.Map<String, @Nullable Integer>, "
                                + "java.util.function.Function<? super byte[], ?>)",
                        "  static final int LIMIT",
                        "  void close()",
                        here + "Root: static sealed class permits " + here + "Open",
                        here + "Shape: sealed interface permits " + here + "Square",
                        "  abstract int corners()",
                        "  default boolean isRound()",
                        here + "Sign: enum implements java.util.function.IntUnaryOperator { PLUS, MINUS }",
                        "  int applyAsInt(int)",
                        here + "Square<T>: record(T side, java.util.List<@Nullable String> names) implements " + here
                                + "Shape",
                        "  Square(T)",
                        "  int corners()"),
                ApiList.of(Stream.of(ApiSample.class.getDeclaredClasses())));
    }
}
