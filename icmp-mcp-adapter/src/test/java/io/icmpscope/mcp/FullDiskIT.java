package io.icmpscope.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.icmpscope.mcp.fetch.LoopbackHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads to a disk that is smaller than they are: a file system of 256 KiB that only the started server sees. */
class FullDiskIT {

    private static final Duration HANG = Duration.ofSeconds(120);
    private static final int TOO_LARGE = 1 << 20; // bytes
    private static final int MORE_THAN_PLACES = 6;

    @TempDir
    private Path directory;

    private Path disk;

    @BeforeEach
    void diskCanBeMade() throws Exception {
        disk = Files.createDirectory(directory.resolve("disk"));
        assumeTrue(hasNamespaces(), "skipped: no mount namespaces here, so no disk that is full");
    }

    @Test
    void aFullDiskEndsEachDownloadWithAWordAndLeavesRoomForTheNext() {
        assertTimeoutPreemptively(HANG, () -> {
            try (LoopbackHost host = LoopbackHost.start((path, out) ->
                    out.write(LoopbackHost.ok(path.contains("small") ? HandMade.ping() : new byte[TOO_LARGE])))) {
                Process server = start();
                Conversation client = new Conversation(server.getOutputStream(), server.getInputStream())
                        .send(Conversation.HANDSHAKE);
                for (int id = 1; id <= MORE_THAN_PLACES; id++) {
                    String refused = client.analyze(id, host.url("/large?secret"))
                            .answer(id)
                            .toString();
                    assertTrue(refused.contains("INTERNAL") && refused.contains("is there room"), refused);
                    assertTrue(!refused.contains("secret"), refused);
                }
                String read = client.analyze(9, host.url("/small")).answer(9).toString();
                assertTrue(read.contains("icmp_packets_found"), read);
                client.end();
                assertEquals(0, server.waitFor());
            }
        });
    }

    private Process start() throws IOException {
        List<String> java = new ArrayList<>(List.of(StartedJar.java(), "-XX:-UsePerfData", "-Djava.io.tmpdir=" + disk));
        java.addAll(StartedJar.arguments("--allow-private-urls"));
        return new ProcessBuilder(withDisk(java))
                .redirectError(directory.resolve("err").toFile())
                .start();
    }

    /** A program that alone sees a small file system there. */
    private List<String> withDisk(List<String> program) {
        String mount = "mount -t tmpfs -o size=256k tmpfs \"$0\" && exec \"$@\"";
        List<String> command = new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", mount, disk.toString()));
        command.addAll(program);
        return command;
    }

    private boolean hasNamespaces() throws InterruptedException {
        try {
            return new ProcessBuilder(withDisk(List.of("true"))).start().waitFor() == 0;
        } catch (IOException noUnshare) {
            return false;
        }
    }
}
