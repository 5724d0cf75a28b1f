package io.icmpscope.mcp.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The private directory for downloads, and what other processes left. */
class DownloadDirectoryTest {
    @TempDir
    private Path temporary;

    @BeforeEach
    void real() throws IOException {
        temporary = temporary.toRealPath();
    }

    @Test
    void nothingIsMadeBeforeItIsNeeded() throws IOException {
        new DownloadDirectory(temporary);
        assertEquals(List.of(), directories());
    }

    @Test
    void theDirectoryOfAKilledProcessIsSweptAndThatOfALivingOneIsKept() {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            Process killed = Downloading.start(temporary);
            Process living = Downloading.start(temporary);
            Path gone = Path.of(Downloading.file(killed));
            Path kept = Path.of(Downloading.file(living));
            killed.destroyForcibly().waitFor();
            assertTrue(Files.exists(gone), "it had no time to delete it");
            new DownloadDirectory(temporary).newFile();
            assertFalse(Files.exists(gone.getParent()), "it is swept");
            assertTrue(Files.exists(kept), "it lives");
            living.destroy(); // and lets it end by itself
            living.waitFor();
            assertFalse(Files.exists(kept.getParent()), "it deleted its own");
        });
    }

    @Test
    void whatIsJustBeingMadeIsNotSweptByAnotherProcess() {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            Process sweeping = Downloading.startJava(
                    ProcessBuilder.Redirect.INHERIT,
                    "-cp",
                    Downloading.CLASSES,
                    Sweeping.class.getName(),
                    temporary + "");
            assertTrue(Files.exists(Path.of(Downloading.file(sweeping))), "it has begun");
            for (int i = 0; i < 300; i++) {
                DownloadDirectory made = new DownloadDirectory(temporary);
                Path file = made.newFile();
                assertTrue(Files.exists(file));
                assertTrue(
                        Files.exists(file.resolveSibling(DownloadDirectory.LOCK)), "it is held from the first moment");
                made.delete();
            }
            sweeping.destroyForcibly().waitFor();
        });
    }

    @Test
    void theLogHasNoSecretsHoweverMuchIsLogged() {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            Path log = temporary.resolve("log");
            Process process = Downloading.start(temporary, ProcessBuilder.Redirect.to(log.toFile()));
            assertTrue(Files.exists(Path.of(Downloading.file(process))));
            process.destroyForcibly().waitFor();
            assertFalse(Files.readString(log).contains("secret"), () -> log.toString());
        });
    }

    @Test
    void whatOthersOrNobodyMadeIsLeftAlone() throws IOException {
        Path target = Files.createDirectories(temporary.resolve("mine"));
        Path precious = Files.createFile(target.resolve("precious"));
        Files.createFile(target.resolve(DownloadDirectory.LOCK));
        Path link = Files.createSymbolicLink(temporary.resolve("icmpscope-downloads-1-link"), target);
        Path file = Files.createFile(temporary.resolve("icmpscope-downloads-1-file"));
        Path fresh = Files.createDirectories(temporary.resolve("icmpscope-downloads-1-fresh"));
        Path kept = Files.createFile(fresh.resolve("notes"));
        Path other = Files.createDirectories(temporary.resolve("icmpscope-notes"));
        Files.createFile(other.resolve(DownloadDirectory.LOCK));
        Path foreign = Files.createDirectories(temporary.resolve("icmpscope-downloads-1-foreign"));
        Files.createFile(foreign.resolve(DownloadDirectory.LOCK));
        boolean isForeign = giveAway(foreign);
        new DownloadDirectory(temporary).newFile();
        assertEquals(isForeign, Files.exists(foreign), "it is another user's");
        assertTrue(Files.exists(precious), "links are not followed");
        assertTrue(Files.exists(link, LinkOption.NOFOLLOW_LINKS));
        assertTrue(Files.exists(file));
        assertTrue(Files.exists(kept), "it may be just being made, or is not ours");
        assertTrue(Files.exists(other.resolve(DownloadDirectory.LOCK)), "its name is another");
    }

    @Test
    void linksInAStaleDirectoryAreDeletedAndNotFollowed() throws IOException {
        Path precious = Files.createFile(temporary.resolve("precious"));
        Path stale = Files.createDirectories(temporary.resolve("icmpscope-downloads-1-stale"));
        Files.createFile(stale.resolve(DownloadDirectory.LOCK));
        Files.createSymbolicLink(stale.resolve("capture-1"), precious);
        new DownloadDirectory(temporary).newFile();
        assertFalse(Files.exists(stale));
        assertTrue(Files.exists(precious));
    }

    @Test
    void aLockThatIsALinkIsNotFollowed() throws IOException {
        Path precious = Files.createFile(temporary.resolve("precious"));
        Path odd = Files.createDirectories(temporary.resolve("icmpscope-downloads-1-odd"));
        Files.createSymbolicLink(odd.resolve(DownloadDirectory.LOCK), precious);
        new DownloadDirectory(temporary).newFile();
        assertTrue(Files.exists(odd), "we make no such thing");
    }

    @Test
    void twoDirectoriesOfOneProcessDoNotSweepEachOther() throws Exception {
        DownloadDirectory first = new DownloadDirectory(temporary);
        Path file = first.newFile();
        new DownloadDirectory(temporary).newFile();
        assertTrue(Files.exists(file));
        Process other = Downloading.start(temporary); // whose sweeping shows that our lock is still held
        Downloading.file(other);
        assertTrue(Files.exists(file));
        other.destroyForcibly().waitFor();
        first.delete();
        assertFalse(Files.exists(file.getParent()));
    }

    @Test
    void aDirectoryThatSomeoneSweptAwayIsMadeAgain() throws IOException {
        DownloadDirectory directory = new DownloadDirectory(temporary);
        Path file = directory.newFile();
        DownloadDirectory.delete(file.getParent());
        assertTrue(Files.exists(directory.newFile()));
        assertEquals(1, directories().size());
    }

    /** Only some users can. */
    private static boolean giveAway(Path directory) {
        try {
            Files.setOwner(
                    directory,
                    directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
            return true;
        } catch (IOException notAllowed) {
            return false;
        }
    }

    private List<Path> directories() throws IOException {
        try (Stream<Path> all = Files.list(temporary)) {
            return all.toList();
        }
    }
}
