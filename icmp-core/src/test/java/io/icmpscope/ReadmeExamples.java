package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Java programs of a page, and what it says they print. */
final class ReadmeExamples {

    private static final Pattern BLOCK = Pattern.compile("(?m)^```(java|console)\n(.*?)^```$", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("public class (\\w+)");

    private ReadmeExamples() {}

    /** A whole source file, and how it is called. */
    record Program(String name, String source, List<Run> runs) {}

    /** One call: what stands behind the name of the program, and the lines that are printed. */
    record Run(List<String> arguments, String output) {}

    /** A page shows a program, then one or more calls of it. */
    static List<Program> of(Path page) throws IOException {
        List<Program> programs = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(page).replace("\r\n", "\n"));
        while (block.find()) {
            String text = block.group(2);
            if (block.group(1).equals("java")) {
                Matcher name = NAME.matcher(text);
                assertTrue(name.find(), () -> page + " has Java that is no program: " + text);
                programs.add(new Program(name.group(1), text, new ArrayList<>()));
            } else if (text.startsWith("$ java -cp ")) {
                Program called = programs.get(programs.size() - 1);
                called.runs().add(run(called.name(), text));
            }
        }
        for (Program program : programs) {
            assertFalse(program.runs().isEmpty(), () -> page + " does not say what " + program.name() + " prints");
        }
        return programs;
    }

    private static Run run(String program, String text) {
        String[] call = text.split("\n", 2);
        List<String> words = Arrays.asList(call[0].split(" "));
        int at = words.indexOf(program + ".java");
        assertTrue(at > 0, () -> "no call of the program before it: " + call[0]);
        String jar = "icmp-core/target/icmp-core-" + System.getProperty("version") + ".jar";
        assertTrue(words.contains(jar), () -> "not with " + jar + ": " + call[0]);
        return new Run(words.subList(at + 1, words.size()), call[1]);
    }
}
