package io.icmpscope.mcp.command;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Writes an archive of the classes that the server needs, with which this same Java starts it faster: another Java runs the
 * server once, on a small capture, and writes down what it has loaded.
 */
@Command(
        name = "class-archive",
        description = {
            "Writes a class archive, with which the server starts faster, and prints the flags to start it with.",
            "It belongs to this jar in this place and to this version of Java: write it again when one of them changes."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ClassArchiveCommand implements Callable<Integer> {

    private static final int AOT_CACHE_SINCE = 25; // JEP 514: with one flag
    private static final double MEGABYTE = 1e6;
    private static final String CAPTURE = "sample.pcap"; // a few messages of many kinds

    private static final String SESSION = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
            "capabilities":{},"clientInfo":{"name":"class-archive","version":"1"}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            {"jsonrpc":"2.0","id":2,"method":"tools/list"}
            {"jsonrpc":"2.0","id":3,"method":"prompts/list"}
            {"jsonrpc":"2.0","id":4,"method":"resources/list"}
            {"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"analyze_icmp_packets",\
            "arguments":{"pcap_file":"PATH"},"_meta":{"progressToken":1}}}
            """;

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "Where to write the archive.")
    private @Nullable Path file;

    ClassArchiveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path jar = jar();
        if (jar == null) {
            console.err().println("Only the jar can be archived: start this command with java -jar.");
            return ExitStatus.NOT_READ;
        }
        Path archive = Objects.requireNonNull(file).toAbsolutePath();
        Files.deleteIfExists(archive);
        boolean aot = Runtime.version().feature() >= AOT_CACHE_SINCE;
        String said = write(archive, jar, aot ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=");
        if (!Files.exists(archive)) {
            console.err().println(said.strip());
            console.err().println("The archive could not be written; what Java says about it stands above.");
            return ExitStatus.NOT_READ;
        }
        String flag = (aot ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive;
        String told = String.format("%s: %.1f MB. Start the server with:%n", archive, Files.size(archive) / MEGABYTE)
                + String.join(" ", java(), "-Xlog:disable", "-Xlog:all=warning:stderr", flag, "-jar", jar.toString())
                + System.lineSeparator();
        console.out().write(told.getBytes(StandardCharsets.UTF_8));
        console.out().flush();
        return ExitStatus.READ;
    }

    /** Has the server of a client watched, and gives what Java says about that: even when all is well it says something. */
    private static String write(Path archive, Path jar, String flag) throws IOException, InterruptedException {
        Path capture = Files.createTempFile("icmpscope", ".pcap");
        Path said = Files.createTempFile("icmpscope", ".txt");
        try {
            try (InputStream sample = ClassArchiveCommand.class.getResourceAsStream(CAPTURE);
                    OutputStream copy = Files.newOutputStream(capture)) {
                Objects.requireNonNull(sample).transferTo(copy);
            }
            Process server = new ProcessBuilder(
                            java(), "-Xlog:disable", "-Xlog:all=error:stderr", flag + archive, "-jar", jar.toString())
                    .redirectError(said.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (OutputStream in = server.getOutputStream()) {
                in.write(session(capture).getBytes(StandardCharsets.UTF_8));
            }
            if (server.waitFor() != 0) {
                Files.deleteIfExists(archive);
            }
            return Files.readString(said);
        } finally {
            Files.deleteIfExists(said);
            Files.deleteIfExists(capture);
        }
    }

    /** What a client sends. Needs no escapes but those of a path. */
    private static String session(Path capture) {
        String path = capture.toString().replace("\\", "\\\\").replace("\"", "\\\"");
        return SESSION.replace("PATH", path);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", File.separatorChar == '\\' ? "java.exe" : "java")
                .toString();
    }

    private static @Nullable Path jar() throws IOException {
        CodeSource source = ClassArchiveCommand.class.getProtectionDomain().getCodeSource();
        try {
            Path path = source == null ? null : Path.of(source.getLocation().toURI());
            return path != null && Files.isRegularFile(path) ? path.toRealPath() : null;
        } catch (URISyntaxException notAFile) {
            return null;
        }
    }
}
