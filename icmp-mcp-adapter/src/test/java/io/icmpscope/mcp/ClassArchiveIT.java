package io.icmpscope.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The class archive that the started jar writes, and the server that is started with it. */
class ClassArchiveIT {
    private static final Duration HANG = Duration.ofSeconds(300);

    @TempDir
    private Path directory;

    @Test
    void theServerStartsByTheCommandThatIsPrintedAndNotWithoutTheArchive() {
        assertTimeoutPreemptively(HANG, () -> {
            Path archive = directory.resolve("classes");
            Process writing = StartedJar.start(err(), "class-archive", archive.toString());
            String told = new String(writing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, writing.waitFor(), told);
            assertEquals("", Files.readString(err().toPath()));
            List<String> lines = told.lines().toList();
            assertEquals(2, lines.size(), told);
            assertTrue(lines.get(0).startsWith(archive + ": "), told);
            List<String> command = new ArrayList<>(List.of(lines.get(1).split(" ")));
            boolean aot = Runtime.version().feature() >= 25;
            command.add(1, aot ? "-XX:AOTMode=on" : "-Xshare:on"); // an archive that cannot be used ends Java
            Process server = new ProcessBuilder(command).redirectError(err()).start();
            Conversation client = new Conversation(server.getOutputStream(), server.getInputStream());
            client.send(Conversation.HANDSHAKE).answer("hello");
            client.end();
            assertEquals(0, server.waitFor());
            assertEquals("", Files.readString(err().toPath()));
        });
    }

    @Test
    void whereNothingCanBeWrittenTheCommandFailsAndSaysSo() {
        assertTimeoutPreemptively(HANG, () -> {
            Process writing = StartedJar.start(
                    err(),
                    "class-archive",
                    directory.resolve("none").resolve("classes").toString());
            assertEquals(0, writing.getInputStream().readAllBytes().length);
            assertEquals(2, writing.waitFor());
            assertTrue(Files.readString(err().toPath()).contains("The archive could not be written"));
        });
    }

    private File err() {
        return directory.resolve("err").toFile();
    }
}
