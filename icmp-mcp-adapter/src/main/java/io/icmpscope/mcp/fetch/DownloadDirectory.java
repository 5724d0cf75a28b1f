package io.icmpscope.mcp.fetch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A directory for downloads that only this user can enter, with files that only they can read. It is made when it is first
 * needed, which sweeps what killed processes left, and deleted when this process ends. Thread-safe.
 *
 * <p>A lock file in it is held as long as this process lives, whatever ends it; see {@link StaleDirectories}.
 */
final class DownloadDirectory {

    static final String PREFIX = "icmpscope-downloads-";
    static final String LOCK = "lock";

    private final Path parent;
    private @Nullable Path directory;
    private @Nullable FileLock lock;
    private boolean endsWithProcess;
    private boolean ends;

    DownloadDirectory(Path parent) {
        this.parent = parent;
    }

    /** The one of this process, in the temporary directory of the system. */
    static DownloadDirectory ofThisProcess() {
        return Holder.ONE;
    }

    private static final class Holder {
        private static final DownloadDirectory ONE =
                new DownloadDirectory(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** Deletes what killed processes left, if there is something. */
    synchronized void sweep() {
        try (DirectoryStream<Path> others = Files.newDirectoryStream(parent, PREFIX + "*")) {
            if (directory == null && others.iterator().hasNext()) {
                make();
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            // The first download tries again.
        }
    }

    /** Makes an empty file. */
    synchronized Path newFile() throws IOException {
        Path made = directory == null ? make() : directory;
        try {
            return Files.createTempFile(made, "capture-", "");
        } catch (NoSuchFileException sweptAway) {
            return Files.createTempFile(make(), "capture-", "");
        }
    }

    private Path make() throws IOException {
        if (ends) {
            throw new IOException("this process ends");
        }
        if (!endsWithProcess) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::delete, "downloads are deleted"));
            endsWithProcess = true;
        }
        Path made = Files.createTempDirectory(
                parent.toRealPath(), PREFIX + ProcessHandle.current().pid() + "-");
        StaleDirectories.keep(made);
        FileLock locked;
        try {
            locked = lock(made);
        } catch (IOException full) {
            delete(made); // nobody sweeps one without a lock
            throw full;
        }
        if (lock != null) {
            lock.acquiredBy().close();
        }
        lock = locked;
        directory = made;
        StaleDirectories.sweep(made);
        return made;
    }

    /**
     * Makes the lock file, which has its name only when it is locked: another process that sweeps at this moment finds either
     * no lock, or one that is held.
     */
    private static FileLock lock(Path directory) throws IOException {
        Path unnamed = directory.resolve(LOCK + ".new");
        FileChannel channel = FileChannel.open(unnamed, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.lock();
            Files.move(unnamed, directory.resolve(LOCK), StandardCopyOption.ATOMIC_MOVE);
            return lock;
        } catch (IOException noLocks) {
            channel.close();
            throw noLocks;
        }
    }

    /** Deletes the directory with all that is in it. */
    synchronized void delete() {
        ends = true;
        if (directory != null) {
            delete(directory);
        }
    }

    /** Deletes files, and links but not what they lead to, and their directory; not what is deeper, which is not ours. */
    static void delete(Path directory) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(directory);
        } catch (IOException inUse) {
            // The next process tries again.
        }
    }
}
