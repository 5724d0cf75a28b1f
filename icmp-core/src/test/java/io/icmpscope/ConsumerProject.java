package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A project of a user, {@code src/it/consumer}, in a directory of its own. It has a local repository of its own too, in which
 * nothing is but what {@code mvn install} would put there; Maven's plugins come from what this build has downloaded.
 */
final class ConsumerProject {

    private static final Path TEMPLATE = Path.of("src", "it", "consumer");
    private static final String MODULE = "consumer";

    private final Path directory;
    private final Path repository;
    private final Path library;

    private ConsumerProject(Path directory) {
        this.directory = directory;
        this.repository = directory.resolve("repository");
        this.library = installed("icmp-core", "jar");
    }

    /** Makes the project and installs the library. */
    static ConsumerProject in(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATE)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        directory.resolve(TEMPLATE.relativize(file).toString()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        ConsumerProject project = new ConsumerProject(directory);
        project.install(Path.of(property("jar")), project.library);
        project.install(Path.of("pom.xml"), project.installed("icmp-core", "pom"));
        project.install(Path.of("..", "pom.xml"), project.installed("icmpscope-parent", "pom"));
        return project;
    }

    private Path installed(String artifact, String type) {
        String version = property("version");
        return repository.resolve(Path.of("io", "icmpscope", artifact, version, artifact + "-" + version + "." + type));
    }

    private void install(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    /** Adds a program to both parts: as it stands to that on the class path, in a package to that on the module path. */
    void add(ReadmeExamples.Program program) throws IOException {
        write(sources("classpath"), program.name(), program.source());
        write(sources("modulepath").resolve(MODULE), program.name(), "package " + MODULE + ";\n\n" + program.source());
    }

    private Path sources(String part) {
        return directory.resolve(Path.of(part, "src", "main", "java"));
    }

    private static void write(Path directory, String name, String source) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(name + ".java"), source);
    }

    /** Has Maven compile both parts. */
    void compile() throws IOException, InterruptedException {
        boolean windows = File.separatorChar == '\\';
        Path maven = Path.of(property("mavenHome"), "bin", windows ? "mvn.cmd" : "mvn");
        printed(
                directory,
                List.of(
                        maven.toString(),
                        "-B",
                        "-ntp",
                        "-q",
                        "-s",
                        "settings.xml",
                        "-Dmaven.repo.local=" + repository,
                        "-Ddownloaded.url="
                                + Path.of(property("localRepository")).toUri(),
                        "-Dicmp-core.version=" + property("version"),
                        "-Dcompiler-plugin.version=" + property("compilerPlugin"),
                        "-Dresources-plugin.version=" + property("resourcesPlugin"),
                        "compile"));
    }

    /** What a program prints that is on the class path, started at the top of this repository. */
    String printedOnClassPath(String program, List<String> arguments) throws IOException, InterruptedException {
        return run(List.of("-cp", path("classpath"), program), arguments);
    }

    /** The same on the module path. */
    String printedOnModulePath(String program, List<String> arguments) throws IOException, InterruptedException {
        return run(List.of("-p", path("modulepath"), "-m", MODULE + "/" + MODULE + "." + program), arguments);
    }

    private String path(String part) {
        return library + File.pathSeparator + directory.resolve(Path.of(part, "target", "classes"));
    }

    private static String run(List<String> program, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(property("java.home"), "bin", "java").toString());
        command.addAll(program);
        command.addAll(arguments);
        return printed(Path.of("..").toAbsolutePath().normalize(), command);
    }

    /** Standard error is part of it: there is to be nothing on it. */
    private static String printed(Path directory, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", property("java.home"));
        Process process = builder.start();
        process.getOutputStream().close();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        assertEquals(0, process.waitFor(), () -> String.join(" ", command) + "\n" + printed);
        return printed;
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
