package io.icmpscope.mcp.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.TypeConversionException;

/** What is said to whoever starts the server. */
class ServerFlagsTest {
    @TempDir
    private Path directory;

    private final StringWriter err = new StringWriter();

    @Test
    void theFlagsOfTheServerAreTakenOnStandardInput() {
        assertEquals(
                0,
                run("--root", dir(), "--root", dir(), "--max-download", "1K", "--timeout", "1s", "--max-packets", "0"),
                err::toString);
        assertEquals(0, run("--no-urls", "--transport", "stdio"), err::toString);
        assertEquals(0, run("--allow-private-urls"), err::toString);
        assertEquals("", err.toString());
    }

    @Test
    void whatIsWrongIsSaidInASentence() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "short");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        refused("--root must be a directory that exists, not " + file, "--root", file.toString());
        refused(
                "--no-urls and --allow-private-urls contradict each other; give one of them",
                "--no-urls",
                "--allow-private-urls");
        refused(
                "Invalid value for option '--max-download': '5X' is no size; write a number and K, M or G, such as"
                        + " 500M (K is 1,024 bytes)",
                "--max-download",
                "5X");
        refused(
                "Invalid value for option '--timeout': '0s' is no time; write a number and s, m or h, such as 90s"
                        + " or 5m",
                "--timeout",
                "0s");
        refused(
                "--transport http needs --root and the directory that clients may open captures in",
                "--transport",
                "http");
        refused("--port must be 0 to 65535, not 65536", "--transport", "http", "--root", dir(), "--port", "65536");
        refused(
                "other machines may reach 0.0.0.0: give a token with --token-file or ICMPSCOPE_TOKEN, or listen at"
                        + " 127.0.0.1",
                "--transport",
                "http",
                "--root",
                dir(),
                "--host",
                "0.0.0.0");
        refused(
                "the token in " + file + " has fewer than 16 characters; `openssl rand -hex 32` makes a good one",
                "--transport",
                "http",
                "--root",
                dir(),
                "--token-file",
                file.toString());
        refused(
                "--token-file must be a file that this program may read, not " + dir(),
                "--transport",
                "http",
                "--root",
                dir(),
                "--token-file",
                dir());
        refused("--host, --port, --allow-host and --token-file go with --transport http only", "--port", "0");
        refused("--root is for the server; the flags of packets stand behind it", "--root", dir(), "packets", "x");
        refused(
                "--max-packets is for the server; the flags of analyze stand behind it",
                "--max-packets",
                "1",
                "analyze",
                "x");
    }

    @Test
    void aPortThatIsTakenIsSaid() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertEquals(2, run("--transport", "http", "--root", dir(), "--port", port));
            assertEquals(
                    "The server cannot listen at port " + port
                            + " of 127.0.0.1: another program may do so, or the system"
                            + " forbids it; choose another with --port.",
                    err.toString().strip());
        }
    }

    @Test
    void theTokenIsTheFirstLineOfItsFileAndComesBeforeTheEnvironment() throws Exception {
        Path file = Files.writeString(directory.resolve("token"), "abcdefghijklmnop\nand more\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        PrintWriter warnings = new PrintWriter(err, true);
        var expected = TokenSource.token(null, "abcdefghijklmnop", warnings);
        assertNotNull(expected);
        assertEquals(expected, TokenSource.token(file, "qrstuvwxyz0123456", warnings));
        assertEquals("", err.toString());
        assertNull(TokenSource.token(null, null, warnings));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertEquals(expected, TokenSource.token(file, null, warnings));
        assertEquals(
                "Other users may read the token in " + file + "; chmod 600 keeps it secret.",
                err.toString().strip());
        String said = assertThrows(
                        IllegalArgumentException.class, () -> TokenSource.token(null, "tell nobody of this", warnings))
                .getMessage();
        assertFalse(said.contains("tell nobody"), said);
    }

    @Test
    void sizesAndTimesAreReadAsPeopleWriteThem() {
        assertEquals(1L, new Size().convert("1"));
        assertEquals(2_048L, new Size().convert("2K"));
        assertEquals(500L * 1_048_576, new Size().convert("500M"));
        assertEquals(2_147_483_648L, new Size().convert("2g"));
        assertEquals(Duration.ofSeconds(90), new Time().convert("90s"));
        assertEquals(Duration.ofMinutes(5), new Time().convert("5m"));
        assertEquals(Duration.ofHours(1), new Time().convert("1h"));
        for (String wrong : new String[] {"", "0", "-1", "1.5G", "G", "1T", "1 M", "9999999999"}) {
            assertThrows(TypeConversionException.class, () -> new Size().convert(wrong), wrong);
        }
        for (String wrong : new String[] {"", "5", "0s", "-1s", "1.5m", "1d", "5 m", "9999999s"}) {
            assertThrows(TypeConversionException.class, () -> new Time().convert(wrong), wrong);
        }
    }

    private void refused(String sentence, String... args) {
        err.getBuffer().setLength(0);
        assertEquals(2, run(args), () -> Arrays.toString(args));
        assertTrue(err.toString().startsWith(sentence + System.lineSeparator()), err::toString);
    }

    private int run(String... args) {
        return Commands.run(
                new Console(
                        new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), new PrintWriter(err, true)),
                args);
    }

    private String dir() {
        return directory.toString();
    }
}
