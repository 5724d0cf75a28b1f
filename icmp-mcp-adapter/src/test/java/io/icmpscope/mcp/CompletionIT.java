package io.icmpscope.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The completion script in the shell that it is for. */
class CompletionIT {
    private static final Duration HANG = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @BeforeEach
    void script() throws Exception {
        Process generate = StartedJar.start(directory.resolve("err").toFile(), "generate-completion");
        Files.write(directory.resolve("script"), generate.getInputStream().readAllBytes());
        assertEquals(0, generate.waitFor());
        Files.createFile(directory.resolve("ping.pcap"));
        Files.createFile(directory.resolve("pi ng.pcap"));
    }

    @Test
    void theShellCompletesCommandsOptionsTheirValuesAndFiles() {
        assertTimeoutPreemptively(HANG, () -> {
            assertEquals(List.of("analyze"), completed("an"));
            assertEquals(List.of("packets"), completed("p"));
            assertEquals(List.of("--json"), completed("analyze", "--j"));
            assertEquals(List.of("always", "auto"), completed("analyze", "--color", "a"));
            assertEquals(List.of("pi ng.pcap", "ping.pcap"), completed("analyze", "--json", "pi"));
            assertEquals(List.of("ping.pcap"), completed("packets", "ping.pcap", "pin"));
        });
    }

    /** What bash would offer: it calls the function that `complete -p` names, with the words typed so far. */
    private List<String> completed(String... words) throws IOException {
        String ask = """
                source ./script || exit
                function=$(complete -p icmp-mcp-adapter | sed -E 's/.*-F ([^ ]+).*/\\1/')
                COMP_WORDS=(icmp-mcp-adapter "$@")
                COMP_CWORD=$#
                "$function" icmp-mcp-adapter "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
                printf '%s\\n' "${COMPREPLY[@]}" | sort
                """;
        List<String> command = new java.util.ArrayList<>(List.of("bash", "-c", ask, "bash"));
        command.addAll(List.of(words));
        Process bash = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD) // compopt works only when the shell itself calls
                .start();
        return new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
