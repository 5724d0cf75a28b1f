package io.icmpscope.mcp.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where only what lies below some directories may be opened. */
class RootsTest {
    @TempDir
    private Path directory;

    private Path root;
    private Path capture;
    private Path secret;

    @BeforeEach
    void files() throws IOException {
        directory = directory.toRealPath();
        root = Files.createDirectories(directory.resolve("ROOT"));
        capture =
                Files.createFile(Files.createDirectories(root.resolve("deeper")).resolve("a.pcap"));
        secret = Files.createFile(directory.resolve("secret.pcap"));
    }

    @Test
    void whatLiesBelowARootIsOpened() throws Exception {
        assertEquals(capture, access(root).file(capture.toString()));
        assertEquals(capture, access(root).file(root + "/deeper/../deeper/./a.pcap"));
        Path inside = Files.createSymbolicLink(root.resolve("inside"), capture);
        assertEquals(capture, access(root).file(inside.toString()), "a link is opened at what it leads to");
        assertEquals(capture, access(directory.resolve("none"), root).file(capture.toString()), "any root will do");
    }

    @Test
    void aRootMayBeALink() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("link"), root);
        assertEquals(capture, access(link).file(capture.toString()));
        assertEquals(capture, access(root).file(link.resolve("deeper/a.pcap").toString()));
    }

    @Test
    void whatLiesElsewhereIsNotFoundWhetherItExistsOrNot() throws Exception {
        notFound(secret.toString());
        notFound(directory.resolve("none.pcap").toString());
        notFound(root + "/../secret.pcap");
        notFound(root + "/deeper/../../secret.pcap");
        notFound(root + "/none.pcap");
        notFound(directory.toString());
        notFound("/");
        notFound("/dev/zero");
        notFound(Files.createSymbolicLink(root.resolve("out"), secret).toString());
        notFound(Files.createSymbolicLink(root.resolve("up"), directory) + "/secret.pcap");
        notFound(Files.createSymbolicLink(root.resolve("nowhere"), Path.of("/none"))
                .toString());
    }

    @Test
    void aDirectoryWhoseNameBeginsLikeARootIsNoPartOfIt() throws Exception {
        Path sibling = Files.createDirectories(directory.resolve("ROOT2"));
        notFound(Files.createFile(sibling.resolve("a.pcap")).toString());
    }

    @Test
    void whatIsNoFileIsToldBelowARootOnly() throws Exception {
        refused(ErrorCode.NOT_A_FILE, root.resolve("deeper").toString());
        refused(ErrorCode.NOT_A_FILE, root.toString());
        Path pipe = root.resolve("pipe");
        if (new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0) {
            refused(ErrorCode.NOT_A_FILE, pipe.toString());
        }
        Path outside = directory.resolve("pipe");
        if (new ProcessBuilder("mkfifo", outside.toString()).start().waitFor() == 0) {
            notFound(outside.toString());
        }
    }

    @Test
    void aPathMustStillBeAbsolute() {
        refused(ErrorCode.BAD_ARGUMENT, "a.pcap");
    }

    @Test
    void aRootThatIsMissingLetsNothingIn() {
        Refusal refusal = assertThrows(
                Refusal.class, () -> access(directory.resolve("none")).file(capture.toString()));
        assertEquals("PCAP file not found: " + capture, refusal.sentence());
    }

    private void notFound(String given) {
        assertEquals(
                "PCAP file not found: " + given,
                refused(ErrorCode.FILE_NOT_FOUND, given).sentence());
    }

    private Refusal refused(ErrorCode code, String given) {
        Refusal refusal = assertThrows(Refusal.class, () -> access(root).file(given));
        assertEquals(code, refusal.code(), refusal::sentence);
        return refusal;
    }

    private static CaptureAccess access(Path... roots) {
        return new CaptureAccess(new AccessRules(List.of(roots), true, false, 1), (host, call) -> List.of());
    }
}
