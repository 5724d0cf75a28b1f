package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Ping;
import io.icmpscope.report.AnalysisOptions;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams that break the rules of streams, or fail. */
class OddStreamsTest {

    private static final AnalysisOptions DEFAULTS = AnalysisOptions.defaults();
    private static final int MESSAGES = 1_000;

    private static byte[] capture() {
        Pcap capture = Pcap.bigEndian().network(101);
        Ping ping = Ping.between("192.0.2.1", "192.0.2.2");
        for (int i = 0; i < MESSAGES; i++) {
            capture.record(1_000 + i, 0, ping.request(i));
        }
        return capture.bytes();
    }

    @Test
    void whetherMoreIsAvailableNeedNotBeKnown() throws IOException {
        InputStream stream = new ByteArrayInputStream(capture()) {
            @Override
            public synchronized int available() {
                throw new UnsupportedOperationException("available");
            }
        };
        assertEquals(MESSAGES, IcmpAnalyzer.analyze(stream, DEFAULTS).icmpPackets());
        InputStream failing = new InputStream() {
            private final InputStream bytes = new ByteArrayInputStream(capture());

            @Override
            public int read() throws IOException {
                return bytes.read();
            }

            @Override
            public int read(byte[] into, int at, int length) throws IOException {
                return bytes.read(into, at, Math.min(100, length));
            }

            @Override
            public int available() throws IOException {
                throw new IOException("available");
            }
        };
        assertEquals(MESSAGES, IcmpAnalyzer.analyze(failing, DEFAULTS).icmpPackets());
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, 1 << 20, -2, Integer.MIN_VALUE})
    void aCountThatCannotBeIsSaidToBeTheFaultOfTheStream(int count) {
        InputStream stream = returning(count);
        String said = assertThrows(IOException.class, () -> IcmpAnalyzer.analyze(stream, DEFAULTS))
                .getMessage();
        assertTrue(said.startsWith("the stream is at fault: ") && said.endsWith("its read returned " + count), said);
    }

    @Test
    void aStreamThatGivesNothingForEverEndsWhenItIsInterrupted() {
        InputStream stream = new InputStream() {
            private int asked;

            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] into, int at, int length) {
                if (++asked == 100) {
                    Thread.currentThread().interrupt();
                }
                return 0;
            }
        };
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            assertThrows(ClosedByInterruptException.class, () -> IcmpAnalyzer.analyze(stream, DEFAULTS));
            assertTrue(Thread.interrupted(), "it stays interrupted");
        });
    }

    @Test
    void aStreamThatGivesNothingForEverIsSaidToBeAtFault() {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            String said = assertThrows(IOException.class, () -> IcmpAnalyzer.analyze(returning(0), DEFAULTS))
                    .getMessage();
            assertTrue(said.startsWith("the stream is at fault: its read returns 0"), said);
        });
    }

    /** The analysis has no report then; who goes through the messages has those before. */
    @Test
    void whatCameBeforeAFailureIsKeptByWhoGoesThroughTheMessages() throws IOException {
        assertEquals(
                "line broke",
                assertThrows(IOException.class, () -> IcmpAnalyzer.analyze(breaking(), DEFAULTS))
                        .getMessage());
        try (IcmpPackets packets = IcmpAnalyzer.packets(breaking(), DEFAULTS)) {
            for (int i = 0; i < 500; i++) {
                assertEquals(i + 1, packets.next().frameNumber());
            }
            assertEquals(
                    "line broke", assertThrows(IOException.class, packets::next).getMessage());
        }
    }

    /** Breaks behind half of the messages. */
    private static InputStream breaking() {
        byte[] all = capture();
        InputStream half = new ByteArrayInputStream(all, 0, 24 + (all.length - 24) / 2);
        return new FilterInputStream(half) {
            @Override
            public int read(byte[] into, int at, int length) throws IOException {
                int count = super.read(into, at, length);
                if (count < 0) {
                    throw new IOException("line broke");
                }
                return count;
            }
        };
    }

    private static InputStream returning(int count) {
        return new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] into, int at, int length) {
                return count;
            }
        };
    }
}
