package io.icmpscope.mcp.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.icmpscope.mcp.HandMade;
import io.icmpscope.mcp.Packed;
import io.icmpscope.mcp.access.AccessRules;
import io.icmpscope.mcp.fetch.CaptureLocator;
import io.modelcontextprotocol.spec.McpSchema.CompleteResult.CompleteCompletion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureCompletionTest {

    private static final byte[] TEXT = "hello\n".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path directory;

    private Path inside;
    private String in;

    @BeforeEach
    void somePlace() throws IOException {
        directory = directory.toRealPath();
        inside = Files.createDirectory(directory.resolve("inside"));
        in = inside + "/";
        HandMade.file(inside, "ping.pcap", HandMade.ping());
    }

    @Test
    void directoriesAndWhatLooksLikeACaptureAreOffered() throws IOException {
        HandMade.file(inside, "no name of a capture", HandMade.ping());
        HandMade.file(inside, "text.pcap", TEXT);
        HandMade.file(inside, "empty.pcap", new byte[0]);
        Files.createDirectory(inside.resolve("ring"));
        assertEquals(List.of(in + "no name of a capture", in + "ping.pcap", in + "ring/"), values(in));
        assertEquals(List.of(in + "ping.pcap"), values(in + "pi"));
        assertEquals(List.of(), values(in + "ping.pcap/"));
        assertEquals(List.of(in), values(directory + "/ins"));
        CompleteCompletion whole = complete(in, AccessRules.defaults());
        assertEquals(3, whole.total());
        assertEquals(false, whole.hasMore());
    }

    @Test
    void everyFormatAndPackagingThatIsReadIsKnown() throws IOException {
        Files.delete(inside.resolve("ping.pcap"));
        HandMade.file(inside, "a.pcapng", new byte[] {0x0A, 0x0D, 0x0D, 0x0A, 0x1C, 0, 0, 0});
        HandMade.file(inside, "b.gz", gzip(HandMade.ping()));
        HandMade.file(inside, "text.gz", gzip(TEXT));
        HandMade.file(inside, "cut.gz", new byte[] {0x1F, (byte) 0x8B, 8});
        Files.copy(Packed.capture("ping4-clean.pcap.zst"), inside.resolve("c.pcap.zst"));
        Files.copy(Packed.capture("ping4-clean.pcap.lz4"), inside.resolve("d.CAP3.lz4"));
        Files.copy(Packed.capture("ping4-clean.pcap.lz4"), inside.resolve("backup.lz4"));
        assertEquals(List.of(in + "a.pcapng", in + "b.gz", in + "c.pcap.zst", in + "d.CAP3.lz4"), values(in));
    }

    @Test
    void withRootsNothingElseIsOfferedAndTheyAreWhereAPathBegins() throws IOException {
        AccessRules rules = below(inside);
        assertEquals(List.of(in), values("", rules));
        assertEquals(List.of(in), values(directory + "/", rules));
        assertEquals(List.of(in), values(inside.toString(), rules));
        assertEquals(List.of(in + "ping.pcap"), values(in, rules));
        Files.createDirectory(directory.resolve("inside2"));
        HandMade.file(directory.resolve("inside2"), "other.pcap", HandMade.ping());
        assertEquals(List.of(in), values(directory + "/ins", rules));
        assertEquals(List.of(), values(directory + "/inside2/", rules));
        assertEquals(List.of(), values(in + "../inside2/", rules));
    }

    @Test
    void aLinkThatLeavesTheRootsIsNotFollowed() throws IOException {
        Path outside = Files.createDirectory(directory.resolve("outside"));
        Path file = HandMade.file(outside, "secret.pcap", HandMade.ping());
        Files.createSymbolicLink(inside.resolve("file"), file);
        Files.createSymbolicLink(inside.resolve("place"), outside);
        Files.createSymbolicLink(inside.resolve("loop"), inside.resolve("loop"));
        Files.createSymbolicLink(inside.resolve("same"), inside.resolve("ping.pcap"));
        assertEquals(List.of(in + "ping.pcap", in + "same"), values(in, below(inside)));
        assertEquals(List.of(), values(in + "place/", below(inside)));
        assertEquals(List.of(in + "file", in + "ping.pcap", in + "place/", in + "same"), values(in));
    }

    @Test
    void withoutRootsAPathIsAbsolute() {
        assertEquals(List.of("/"), values(""));
        assertEquals(List.of(), values("src"));
        assertEquals(List.of(), values("src/"));
        assertEquals(List.of(), values("./"));
    }

    @Test
    void hiddenFilesAreForThoseWhoAskAndInvisibleNamesForNobody() throws IOException {
        HandMade.file(inside, ".hidden.pcap", HandMade.ping());
        HandMade.file(inside, "line\nbreak.pcap", HandMade.ping());
        HandMade.file(inside, "clear\u001b[2J.pcap", HandMade.ping());
        assertEquals(List.of(in + "ping.pcap"), values(in));
        assertEquals(List.of(in + ".hidden.pcap"), values(in + "."));
    }

    @Test
    void aPipeIsNotOpened() throws Exception {
        Process made = new ProcessBuilder("mkfifo", in + "pipe.pcap").start();
        assumeTrue(made.waitFor() == 0, "no mkfifo here");
        assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> assertEquals(List.of(in + "ping.pcap"), values(in + "pi")));
    }

    @Test
    void nonsenseIsAnsweredByNothing() {
        for (String nonsense : List.of(
                "\0",
                in + "\0/",
                "http://example.org/a",
                "~/",
                "/".repeat(1 << 20),
                "/no/such/place/",
                "\ud800/",
                "\n")) {
            assertEquals(List.of(), values(nonsense), nonsense);
        }
    }

    @Test
    void oneHundredAreSentAndSaidHowManyThereAre() throws IOException {
        for (int i = 0; i < 150; i++) {
            Files.createDirectory(inside.resolve(String.format("d%03d", i)));
        }
        CompleteCompletion some = complete(in + "d", AccessRules.defaults());
        assertEquals(100, some.values().size());
        assertEquals(in + "d099/", some.values().get(99));
        assertEquals(150, some.total());
        assertTrue(some.hasMore());
    }

    @Test
    void ofALargeDirectoryAThousandEntriesAreLookedAt() throws IOException {
        for (int i = 0; i < 1_050; i++) {
            Files.createFile(inside.resolve("f" + i));
        }
        CompleteCompletion few = complete(in, AccessRules.defaults());
        assertNull(few.total(), "it is not known");
        assertTrue(few.hasMore());
        CompleteCompletion asked = complete(in + "ping", AccessRules.defaults());
        assertEquals(List.of(in + "ping.pcap"), asked.values());
        assertFalse(asked.hasMore());
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static AccessRules below(Path root) {
        return new AccessRules(List.of(root), true, false, 1);
    }

    private static List<String> values(String typed) {
        return values(typed, AccessRules.defaults());
    }

    private static List<String> values(String typed, AccessRules rules) {
        return complete(typed, rules).values();
    }

    private static CompleteCompletion complete(String typed, AccessRules rules) {
        return CaptureCompletion.of(typed, new CaptureLocator(rules).access()).completion();
    }
}
