package io.icmpscope.mcp.fetch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The {@link DownloadDirectory directories} of processes that were killed: those of this user whose lock nobody holds. A lock
 * ends with its process and not before, whatever process has its number now. One without a lock file may be just being made:
 * it is left alone for a day.
 */
final class StaleDirectories {

    private static final Duration UNFINISHED = Duration.ofDays(1);

    /** Not looked at: to open and close a lock file of one's own gives up its lock. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private StaleDirectories() {}

    /** Remembers a directory of this process. */
    static void keep(Path directory) {
        OURS.add(directory);
    }

    /** Deletes those beside a directory of this process. */
    static void sweep(Path own) throws IOException {
        UserPrincipal user = Files.getOwner(own, LinkOption.NOFOLLOW_LINKS);
        Path parent = Objects.requireNonNull(own.getParent());
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(parent, DownloadDirectory.PREFIX + "*")) {
            for (Path directory : directories) {
                if (!OURS.contains(directory) && isStale(directory, user)) {
                    DownloadDirectory.delete(directory);
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            // What is left is found the next time.
        }
    }

    private static boolean isStale(Path directory, UserPrincipal user) {
        try {
            return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                    && user.equals(Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS))
                    && isUnlocked(directory);
        } catch (IOException gone) {
            return false; // another process sweeps too
        }
    }

    private static boolean isUnlocked(Path directory) throws IOException {
        Path file = directory.resolve(DownloadDirectory.LOCK);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (NoSuchFileException unfinished) {
            Instant changed = Files.getLastModifiedTime(directory).toInstant();
            return changed.isBefore(Instant.now().minus(UNFINISHED));
        }
    }
}
