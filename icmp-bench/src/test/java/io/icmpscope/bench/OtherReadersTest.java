package io.icmpscope.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs that know nothing of ours read the generated captures, where they are installed. */
class OtherReadersTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void tcpdumpFindsAllMessages(CaptureKind kind) throws Exception {
        Path file = directory.resolve("capture");
        Truth truth = kind.ofSize(1_000_000).generate(file);
        assertEquals(truth.totalPackets(), packets("tcpdump", "-ntr", "" + file));
        String icmp = "icmp or icmp6 or ip6 proto 0"; // tcpdump does not look behind the hop-by-hop header of listeners
        assertEquals(truth.icmpPackets(), packets("tcpdump", "-ntr", "" + file, icmp));
    }

    /** What tcpdump has more to say of a packet stands on further lines, which are indented. */
    private static long packets(String... command) throws InterruptedException {
        return lines(command).stream()
                .filter(line -> !Character.isWhitespace(line.charAt(0)))
                .count();
    }

    @ParameterizedTest
    @EnumSource
    void tsharkFindsNoBadChecksum(CaptureKind kind) throws Exception {
        Path file = directory.resolve("capture");
        kind.ofSize(300_000).generate(file);
        List<String> command = new ArrayList<>(List.of("tshark", "-r", "" + file));
        for (String protocol : List.of("ip", "tcp", "udp")) {
            command.addAll(List.of("-o", protocol + ".check_checksum:TRUE"));
        }
        List<String> bad = new ArrayList<>();
        for (String protocol : List.of("ip", "tcp", "udp", "icmp", "icmpv6")) {
            bad.add(protocol + ".checksum.status == 0");
        }
        command.addAll(List.of("-Y", String.join(" || ", bad)));
        assertEquals(List.of(), lines(command.toArray(new String[0])));
    }

    private static List<String> lines(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), () -> "exit code of " + List.of(command));
            return output.lines().toList();
        } catch (IOException absent) {
            return abort("skipped: " + command[0] + " is not installed");
        }
    }
}
