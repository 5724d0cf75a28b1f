package io.icmpscope.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the started jar as a shell runs them: statuses, pipes, Ctrl-C, a terminal. */
class CommandLineIT {
    private static final Duration HANG = Duration.ofSeconds(60);
    private static final int PIPE = 1 << 16; // what fits into a pipe, on Linux

    @TempDir
    private Path directory;

    private Path good;

    @BeforeEach
    void capture() throws IOException {
        good = HandMade.file(directory, "good.pcap", HandMade.ping());
    }

    @Test
    void theStatusIsThatOfTheWorstCapture() {
        assertTimeoutPreemptively(HANG, () -> {
            byte[] ping = HandMade.ping();
            HandMade.file(directory, "cut.pcap", Arrays.copyOf(ping, ping.length - 1));
            assertEquals("0", shell("$J packets good.pcap good.pcap >out; echo $?"));
            assertEquals("1", shell("$J packets cut.pcap good.pcap >out; echo $?"));
            assertEquals("2", shell("$J packets none.pcap cut.pcap good.pcap >out; echo $?"));
            assertEquals("0", shell("$J analyze - good.pcap <good.pcap >out; echo $?"));
            assertEquals(
                    "2",
                    shell("$J analyze good.pcap none.pcap 2>&1 >out; echo $?")
                            .replace("PCAP file not found: none.pcap\n", ""));
        });
    }

    @Test
    void aFullDiskAndAClosedInputAreNoticed() {
        assumeTrue(Files.exists(Path.of("/dev/full")), "a disk without room");
        assertTimeoutPreemptively(HANG, () -> {
            for (String command : List.of("--version", "generate-completion", "analyze good.pcap")) {
                assertEquals("2", shell("$J " + command + " 2>err >/dev/full; echo $?"), command);
            }
            assertEquals("2", shell("$J analyze - <&- 2>err >out; echo $?"));
            assertEquals("0", shell("$J <&- 2>err >out; echo $?"));
            assertEquals("", Files.readString(directory.resolve("out")));
        });
    }

    @Test
    void standardInputIsReadFromAPipe() {
        assertTimeoutPreemptively(HANG, () -> {
            String end = "{\"file\":\"-\",\"end\":true,\"total_packets\":5,\"icmp_packets_found\":4,\"warnings\":[]}";
            assertEquals(end, shell("cat good.pcap | $J packets - | tail -1"));
        });
    }

    @Test
    void whoHasReadEnoughEndsItQuietly() {
        assertTimeoutPreemptively(HANG, () -> {
            Process packets = start("packets", "-");
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(packets.getInputStream(), StandardCharsets.UTF_8))) {
                OutputStream in = packets.getOutputStream();
                in.write(HandMade.pcap().bytes());
                Thread feeding = new Thread(() -> pingForever(in));
                feeding.setDaemon(true);
                feeding.start();
                assertTrue(lines.readLine().startsWith("{\"file\":\"-\",\"packet_number\":1,"));
            }
            assertEquals(141, packets.waitFor(), "as shells say of programs that a closed pipe ended");
            assertEquals("", err());
        });
    }

    private static void pingForever(OutputStream in) {
        byte[] ping = HandMade.ping();
        int header = HandMade.pcap().bytes().length;
        try {
            while (true) {
                in.write(ping, header, ping.length - header);
            }
        } catch (IOException ended) {
            // what we wait for
        }
    }

    @Test
    void controlCLeavesNoHalfAnAnswer() {
        assertTimeoutPreemptively(HANG, () -> {
            Process analyze = start("analyze", "--json", "-");
            analyze.getOutputStream().write(moreThanAPipeHolds()); // returns when most of it was read
            analyze.getOutputStream().flush();
            assertEquals(
                    0,
                    new ProcessBuilder("kill", "-INT", "" + analyze.pid())
                            .start()
                            .waitFor());
            assertEquals(130, analyze.waitFor());
            assertEquals(0, analyze.getInputStream().readAllBytes().length);
            assertEquals("", err());
        });
    }

    @Test
    void aTerminalShowsColoursUnlessItsUserWantsNone() {
        assertTimeoutPreemptively(HANG, () -> {
            assertTrue(terminal("$J analyze good.pcap").contains("\u001b[1mCapture\u001b[0m"));
            assertFalse(terminal("NO_COLOR=1 $J analyze good.pcap 2>err").contains("\u001b"));
            assertFalse(terminal("$J analyze good.pcap 2>err | cat").contains("\u001b"));
            assertFalse(terminal("$J analyze --json good.pcap 2>err").contains("\u001b"));
            assertTrue(shell("$J analyze --color always good.pcap").contains("\u001b[1mCapture\u001b[0m"));
        });
    }

    @Test
    void aTerminalThatReadsUtf8ShowsSparklines() {
        assertTimeoutPreemptively(HANG, () -> {
            String analyze = "$J analyze " + Lab.capture("ping4-loss.pcap").toAbsolutePath();
            String shown = terminal("LC_ALL=C.UTF-8 COLUMNS=100 " + analyze);
            assertTrue(shown.contains("\u2581") && shown.contains("ms, \u001b[31mred: lost\u001b[0m\n"), shown);
            assertFalse(hasBlocks(terminal("LC_ALL=C " + analyze)));
            assertFalse(hasBlocks(terminal("LC_ALL=C.UTF-8 TERM=dumb " + analyze)));
            assertFalse(hasBlocks(terminal("LC_ALL=C.UTF-8 " + analyze + " | cat")));
            assertTrue(hasBlocks(shell("LC_ALL=C.UTF-8 " + analyze + " --color always")));
        });
    }

    private static boolean hasBlocks(String printed) {
        assertTrue(printed.contains("Ping sessions"), printed);
        return printed.chars().anyMatch(letter -> letter >= 0x2581 && letter <= 0x2588);
    }

    @Test
    void aTerminalShowsHowFarLongWorkIs() {
        assertTimeoutPreemptively(HANG, () -> {
            HandMade.file(directory, "long.pcap", moreThanAPipeHolds());
            String slow = "(head -c " + 3 * PIPE + " long.pcap; sleep 1.5; tail -c +" + (3 * PIPE + 1)
                    + " long.pcap) | $J "; // the clock runs from when head could write it all
            String bar = terminal(slow + "analyze - >out");
            assertTrue(bar.startsWith("\r\u001b[KReading: 0."), bar);
            assertTrue(bar.endsWith("\r\u001b[K"), bar);
            assertTrue(Files.readString(directory.resolve("out")).startsWith("ICMP in -\n"));
            assertTrue(terminal(slow + "packets - >out").contains("Reading"));
            assertFalse(terminal(slow + "packets -").contains("Reading"), "lines come there already");
            assertEquals("", shell(slow + "analyze - 2>&1 >out"), "nobody looks");
        });
    }

    private static byte[] moreThanAPipeHolds() {
        HandMade capture = HandMade.pcap();
        IntStream.range(0, 4_000).forEach(number -> capture.frame(number, HandMade.REQUEST_1));
        byte[] bytes = capture.bytes();
        assertTrue(bytes.length > 3 * PIPE, "" + bytes.length);
        return bytes;
    }

    /** Starts it with Ctrl-C enabled, which a build in the background would have disabled. */
    private Process start(String... arguments) throws IOException {
        String[] command = {"env", "--default-signal=INT", StartedJar.java(), "-jar", System.getProperty("jar")};
        String[] whole = Arrays.copyOf(command, command.length + arguments.length);
        System.arraycopy(arguments, 0, whole, command.length, arguments.length);
        return new ProcessBuilder(whole)
                .redirectError(directory.resolve("err").toFile())
                .start();
    }

    private String err() throws IOException {
        return Files.readString(directory.resolve("err"));
    }

    /** What a command line of the shell prints, of which $J is the program, when nobody looks. */
    private String shell(String line) throws IOException, InterruptedException {
        return printed("bash", "-c", line).strip();
    }

    /** The same on a terminal, where a line ends in CR LF. */
    private String terminal(String line) throws IOException, InterruptedException {
        return printed("script", "-qec", line, "/dev/null").replace("\r\n", "\n");
    }

    private String printed(String... command) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder(command).directory(directory.toFile());
        shell.environment().put("J", StartedJar.java() + " -jar " + System.getProperty("jar"));
        shell.environment().put("SHELL", "/bin/bash");
        shell.environment().put("TERM", "xterm");
        shell.environment().remove("NO_COLOR");
        Process process = shell.redirectInput(new java.io.File("/dev/null"))
                .redirectError(directory.resolve("shell").toFile())
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }
}
