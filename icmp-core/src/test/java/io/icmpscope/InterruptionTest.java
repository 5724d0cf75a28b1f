package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Ping;
import io.icmpscope.report.Access;
import io.icmpscope.report.AnalysisOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calling thread is interrupted while it reads. */
class InterruptionTest {

    private static final int MESSAGES = 30_000;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void capture() throws IOException {
        Pcap capture = Pcap.bigEndian().network(101);
        Ping ping = Ping.between("192.0.2.1", "192.0.2.2");
        for (int i = 0; i < MESSAGES; i++) {
            capture.record(1_000 + i, 0, ping.request(i));
        }
        file = Files.write(folder.resolve("pings.pcap"), capture.bytes());
    }

    @AfterEach
    void noLongerInterrupted() {
        Thread.interrupted();
    }

    @Test
    void positionalReadsEnd() {
        assertThrows(
                ClosedByInterruptException.class,
                () -> IcmpAnalyzer.analyze(
                        interrupting(), AnalysisOptions.defaults().withAccess(Access.READ)));
        assertTrue(Thread.currentThread().isInterrupted());
    }

    @Test
    void aMappedFileIsReadToItsEndAndTheThreadStaysInterrupted() throws IOException {
        assertEquals(
                MESSAGES,
                IcmpAnalyzer.analyze(interrupting(), AnalysisOptions.defaults().withAccess(Access.MAPPED))
                        .icmpPackets());
        assertTrue(Thread.currentThread().isInterrupted());
    }

    @Test
    void bytesInMemoryAreReadToTheirEnd() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        Thread.currentThread().interrupt();
        assertEquals(
                MESSAGES,
                IcmpAnalyzer.analyze(bytes, AnalysisOptions.defaults(), Workers.threads(1))
                        .icmpPackets());
        assertTrue(Thread.currentThread().isInterrupted());
    }

    @Test
    void whoeverIsInterruptedBeforehandOpensNothing() {
        Thread.currentThread().interrupt();
        for (Access access : Access.values()) {
            assertThrows(
                    ClosedByInterruptException.class,
                    () -> IcmpAnalyzer.analyze(file, AnalysisOptions.defaults().withAccess(access)));
        }
    }

    /** Interrupts behind the first bytes. */
    private Timeline interrupting() {
        return Timeline.of(List.of(file))
                .with(Workers.threads(1))
                .onProgress(bytes -> Thread.currentThread().interrupt());
    }
}
