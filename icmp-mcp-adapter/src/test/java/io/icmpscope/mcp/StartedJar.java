package io.icmpscope.mcp;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The built jar as a user starts it, on the JDK that runs the tests. */
final class StartedJar {

    private StartedJar() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static List<String> arguments(String... more) {
        List<String> arguments = new ArrayList<>(List.of("-jar", System.getProperty("jar")));
        arguments.addAll(List.of(more));
        return arguments;
    }

    /** Starts it; what it says on standard error goes to a file. */
    static Process start(File err, String... more) throws java.io.IOException {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(arguments(more));
        return new ProcessBuilder(command).redirectError(err).start();
    }
}
