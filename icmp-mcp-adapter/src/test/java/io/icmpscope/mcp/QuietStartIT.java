package io.icmpscope.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No JDK has a word to say about what the jar does: it reaches into nothing of the JDK, calls no native code, and needs no flag
 * that would allow it. Tried on the JDK of the tests and on those beside it.
 */
class QuietStartIT {
    private static final Duration HANG = Duration.ofSeconds(120);
    private static final int KNOWS_NATIVE_ACCESS = 24; // JEP 472
    private static final int WARNS_OF_UNSAFE = 24; // JEP 498
    private static final Pattern VERSION = Pattern.compile("\nJAVA_VERSION=\"(\\d+)");
    private static final String SESSION = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":"
            + "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}\n"
            + "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n"
            + "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":{\"name\":\"analyze_icmp_packets\","
            + "\"arguments\":{\"pcap_file\":\"%s\"}}}\n";

    @TempDir
    private Path directory;

    /** The JDK of the tests, and what is installed beside it. */
    record Jdk(Path home, int version) {

        static Stream<Jdk> all() throws IOException {
            List<Jdk> found = new ArrayList<>();
            found.add(new Jdk(
                    Path.of(System.getProperty("java.home")).toRealPath(),
                    Runtime.version().feature()));
            for (Path place : List.of(Path.of("/usr/lib/jvm"), Path.of("/opt/java"))) {
                if (Files.isDirectory(place)) {
                    try (Stream<Path> homes = Files.list(place)) {
                        for (Path home : homes.sorted().toList()) {
                            add(found, home);
                        }
                    }
                }
            }
            return found.stream();
        }

        private static void add(List<Jdk> found, Path home) throws IOException {
            Path release = home.resolve("release");
            if (!Files.isReadable(release) || !Files.isExecutable(home.resolve("bin/java"))) {
                return;
            }
            Matcher version = VERSION.matcher("\n" + Files.readString(release));
            Path real = home.toRealPath();
            if (version.find() && found.stream().noneMatch(known -> known.home.equals(real))) {
                int number = Integer.parseInt(version.group(1));
                if (number >= 17) {
                    found.add(new Jdk(real, number));
                }
            }
        }

        /** Flags that make an error of what would be a warning. */
        List<String> strict() {
            return version >= KNOWS_NATIVE_ACCESS ? List.of("--illegal-native-access=deny") : List.of();
        }
    }

    /** What a start said on standard output and standard error. */
    private record Said(int status, String out, String err) {}

    static Stream<Jdk> jdks() throws IOException {
        return Jdk.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void commandsAndServerSayNothingOnStandardError(Jdk jdk) {
        assertTimeoutPreemptively(HANG, () -> {
            String plain = Lab.capture("ping4-clean.pcap").toAbsolutePath().toString();
            String lz4 = Packed.capture("ping4-clean.pcap.lz4").toAbsolutePath().toString();
            List<String> flags = new ArrayList<>(jdk.strict());
            if (jdk.version >= WARNS_OF_UNSAFE) {
                flags.add("--sun-misc-unsafe-memory-access=deny");
            }
            Said commands = start(jdk, flags, "", "analyze", plain, lz4);
            assertEquals("", commands.err);
            assertEquals(0, commands.status);
            Said server = start(jdk, flags, SESSION.formatted(plain));
            assertEquals("", server.err);
            assertTrue(server.out.contains("icmp_packets_found"), server.out);
        });
    }

    /** The one exception is the library that unpacks zstd; this fails as soon as it is none any more. */
    @ParameterizedTest
    @MethodSource("jdks")
    void zstdAloneUsesUnsafeAndIsRefusedWhereThatIsForbidden(Jdk jdk) {
        assertTimeoutPreemptively(HANG, () -> {
            String zstd =
                    Packed.capture("ping4-clean.pcap.zst").toAbsolutePath().toString();
            Said said = start(jdk, jdk.strict(), "", "analyze", zstd);
            assertEquals(0, said.status);
            assertEquals(jdk.version < WARNS_OF_UNSAFE ? 0 : 4, said.err.lines().count(), said.err);
            said.err
                    .lines()
                    .skip(1)
                    .forEach(line -> assertTrue(
                            line.contains("sun.misc.Unsafe::") || line.contains("maintainers of class io.airlift."),
                            line));
            if (jdk.version >= WARNS_OF_UNSAFE) {
                Said refused = start(jdk, List.of("--sun-misc-unsafe-memory-access=deny"), "", "analyze", zstd);
                assertEquals(2, refused.status);
                assertTrue(refused.err.endsWith("decompress it with unzstd.\n"), refused.err);
            }
        });
    }

    @Test
    void theManifestAsksForNothing() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("jar"))) {
            for (Object name : jar.getManifest().getMainAttributes().keySet()) {
                assertFalse(
                        List.of("Add-Opens", "Add-Exports", "Enable-Native-Access", "Launcher-Agent-Class")
                                .contains(name.toString()),
                        name::toString);
            }
        }
    }

    private Said start(Jdk jdk, List<String> flags, String input, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(jdk.home.resolve("bin/java").toString());
        command.addAll(flags);
        command.addAll(StartedJar.arguments(arguments));
        Path err = directory.resolve("err");
        Process process =
                new ProcessBuilder(command).redirectError(err.toFile()).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), out, Files.readString(err));
    }
}
