package io.icmpscope.mcp.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.mcp.HandMade;
import io.icmpscope.mcp.Packed;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    @TempDir
    private Path directory;

    private String good;
    private String cut;
    private String text;
    private byte[] input = {};
    private String out;
    private String err;

    @BeforeEach
    void captures() throws IOException {
        byte[] ping = HandMade.ping();
        good = HandMade.file(directory, "good.pcap", ping).toString();
        cut = HandMade.file(directory, "cut.pcap", Arrays.copyOf(ping, ping.length - 1))
                .toString();
        text = HandMade.file(directory, "text.pcap", "hello\n".getBytes(StandardCharsets.US_ASCII))
                .toString();
    }

    @Test
    void packetsPrintsEachMessageThenTheEndOfItsFile() {
        assertEquals(0, run("packets", good));
        List<String> lines = out.lines().toList();
        assertEquals(5, lines.size());
        assertTrue(lines.get(0).startsWith("{\"file\":\"" + good + "\",\"packet_number\":1,"), out);
        assertEquals(
                "{\"file\":\"" + good + "\",\"end\":true,\"total_packets\":5,\"icmp_packets_found\":4,\"warnings\":[]}",
                lines.get(4));
        assertEquals("", err);
    }

    @Test
    void packetsGoesOnAfterAFileThatCannotBeRead() {
        String missing = directory.resolve("none.pcap").toString();
        assertEquals(2, run("packets", missing, text, cut, good));
        List<String> lines = out.lines().toList();
        assertEquals(
                "{\"file\":\"" + missing + "\",\"error\":\"PCAP file not found: " + missing
                        + "\",\"code\":\"FILE_NOT_FOUND\"}",
                lines.get(0));
        assertTrue(lines.get(1).startsWith("{\"file\":\"" + text + "\",\"error\":\"Error reading PCAP file '"), out);
        assertTrue(lines.get(1).endsWith("\"code\":\"NOT_A_CAPTURE\"}"), out);
        assertEquals(
                2, lines.stream().filter(line -> line.contains("\"end\":true")).count());
    }

    @Test
    void aCutCaptureIsAnsweredWithStatusOne() {
        assertEquals(1, run("packets", good, cut));
        assertEquals(1, run("analyze", cut));
        assertEquals(1, run("analyze", "--json", cut));
    }

    @Test
    void theDashIsStandardInput() {
        input = HandMade.ping();
        assertEquals(0, run("packets", "-"));
        assertTrue(out.startsWith("{\"file\":\"-\",\"packet_number\":1,"), out);
        assertEquals(0, run("analyze", "-"));
        assertTrue(out.startsWith("ICMP in -\n"), out);
    }

    @Test
    void packedCapturesAreReadFromFilesAndFromStandardInput() throws IOException {
        String zstd = Packed.capture("ping4-clean.pcap.zst").toString();
        String lz4 = Packed.capture("ping4-clean.pcap.lz4").toString();
        assertEquals(0, run("packets", zstd, lz4));
        assertEquals(
                2,
                out.lines()
                        .filter(line -> line.endsWith(
                                "\"end\":true,\"total_packets\":24,\"icmp_packets_found\":22,\"warnings\":[]}"))
                        .count());
        input = Packed.bytes("ping4-clean.pcap.lz4");
        assertEquals(0, run("analyze", "--json", "-"));
        assertTrue(out.contains("\"compressed\":true,\"size_bytes\":" + input.length + ","), out);
        input = Arrays.copyOf(input, 500);
        assertEquals(1, run("packets", "-"));
        assertTrue(out.contains("\"warnings\":[{\"code\":\"DAMAGED_COMPRESSION\",\"file\":\"-\","), out);
    }

    @Test
    void analyzePrintsTextOrTheResultObject() {
        assertEquals(0, run("analyze", good));
        assertTrue(out.startsWith("ICMP in " + good + "\n"), out);
        assertEquals(0, run("analyze", good, "--json"));
        assertTrue(out.startsWith("{\"file\":\"" + good + "\",\"analysis_timestamp\":\""), out);
        assertEquals(1, out.lines().count());
        assertEquals(0, run("analyze", good, "--json", "--max-packets", "1"));
        assertTrue(out.contains("\"packets_omitted\":3,\"next_offset\":1,\"note\":"), out);
    }

    /** Captures and --json alone are not parsed by picocli. */
    @Test
    void thePlainFormOfAnalyzeAnswersAsTheParsedOne() {
        String missing = directory.resolve("none.pcap").toString();
        for (List<String> captures :
                List.of(List.of(good), List.of(cut), List.of(text), List.of(missing), List.of(cut, good))) {
            List<String> args = new ArrayList<>(List.of("analyze", "--json"));
            args.addAll(captures);
            assertNotNull(AnalyzeCommand.plain(nowhere(), args.toArray(new String[0])));
            int status = run(args.toArray(new String[0]));
            String plain = withoutTime(out);
            args.addAll(1, List.of("--color", "never"));
            assertNull(AnalyzeCommand.plain(nowhere(), args.toArray(new String[0])));
            assertEquals(run(args.toArray(new String[0])), status);
            assertEquals(withoutTime(out), plain);
        }
    }

    @Test
    void whatIsNotPlainIsParsed() {
        for (String other : List.of("", "-", "--help", "@arguments", "--max-packets=1", "--")) {
            assertNull(AnalyzeCommand.plain(nowhere(), "analyze", "--json", good, other), other);
        }
        assertNull(AnalyzeCommand.plain(nowhere(), "analyze", "--json"));
        assertNull(AnalyzeCommand.plain(nowhere(), "packets", "--json", good));
        assertNull(AnalyzeCommand.plain(nowhere()));
    }

    private static Console nowhere() {
        return new Console(
                InputStream.nullInputStream(), OutputStream.nullOutputStream(), new PrintWriter(new StringWriter()));
    }

    private static String withoutTime(String answer) {
        return answer.replaceFirst("\"analysis_timestamp\":\"[^\"]*\"", "");
    }

    @Test
    void analyzeSaysWhatItCannotRead() {
        assertEquals(2, run("analyze", text));
        assertEquals("", out);
        assertTrue(err.startsWith("Error reading PCAP file '" + text + "': "), err);
        assertEquals(2, run("analyze", "--json", text));
        assertTrue(out.startsWith("{\"error\":\"Error reading PCAP file '" + text), out);
        assertTrue(out.endsWith(",\"code\":\"NOT_A_CAPTURE\",\"file\":\"" + text + "\"}\n"), out);
    }

    @Test
    void wrongUsageHasStatusTwoAndLeavesStandardOutputAlone() {
        for (String[] wrong : new String[][] {
            {"analyze"},
            {"packets"},
            {"analyse", good},
            {"analyze", "-", good, "-"},
            {"analyze", good, "--max-packets", "-1"},
            {"analyze", good, "--max-packets", "many"},
            {"--max-packets", "-1"},
            {"--no-such-option"}
        }) {
            assertEquals(2, run(wrong), () -> Arrays.toString(wrong));
            assertEquals("", out);
            assertTrue(err.length() > 0, () -> Arrays.toString(wrong));
            assertTrue(err.lines().count() <= 4, err);
            assertTrue(err.endsWith(" --help\n"), err);
        }
    }

    @Test
    void aCaptureWithoutACommandIsToldTheCommand() {
        assertEquals(2, run(good));
        assertTrue(err.contains("To read a capture: icmp-mcp-adapter analyze " + good + "\n"), err);
        assertEquals(2, run("analyse", good));
        assertTrue(err.contains("Did you mean: icmp-mcp-adapter analyze"), err);
        assertFalse(err.contains("To read a capture"), err);
    }

    @Test
    void helpAndVersionAreAnswers() {
        assertEquals(0, run("--help"));
        assertTrue(out.startsWith("Usage: icmp-mcp-adapter"), out);
        assertTrue(out.contains("Exit status:"), out);
        assertEquals(0, run("--version"));
        assertTrue(out.startsWith("icmpscope "), out);
        assertEquals(0, run("packets", "--help"));
    }

    @Test
    void withoutACommandItServesUntilTheInputEnds() {
        assertEquals(0, run());
        assertEquals("", out);
    }

    @Test
    void standardInputThatCannotBeReadIsSaidByTheServer() {
        InputStream directory = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Is a directory");
            }
        };
        StringWriter messages = new StringWriter();
        OutputStream nothing = new ByteArrayOutputStream();
        assertEquals(2, Commands.run(new Console(directory, nothing, new PrintWriter(messages, true))));
        assertEquals(
                "Standard input cannot be read: a client must be at its other end." + System.lineSeparator(),
                messages.toString());
    }

    @Test
    void anAnswerThatCannotBeWrittenIsSaid() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        OutputStream buffered =
                new BufferedOutputStream(full, 1 << 16); // as of the program: it keeps what was not written
        for (List<String> command : List.of(List.of("packets", good), List.of("analyze", good))) {
            for (OutputStream out : List.of(full, buffered)) {
                StringWriter messages = new StringWriter();
                Console console = new Console(new ByteArrayInputStream(input), out, new PrintWriter(messages, true));
                assertEquals(2, Commands.run(console, command.toArray(new String[0])));
                assertEquals(
                        "The answer could not be written (No space left on device)." + System.lineSeparator(),
                        messages.toString());
            }
        }
    }

    private int run(String... args) {
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        StringWriter messages = new StringWriter();
        int status = Commands.run(
                new Console(new ByteArrayInputStream(input), answers, new PrintWriter(messages, true)), args);
        out = answers.toString(StandardCharsets.UTF_8);
        err = messages.toString();
        return status;
    }
}
