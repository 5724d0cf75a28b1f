package io.icmpscope.internal.capture;

import static io.icmpscope.handmade.Bytes.hex;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.CaptureFormatException.Kind;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no capture is refused with a sentence that says what it looks like and what to do. */
class NotACaptureTest {

    @ParameterizedTest
    @CsvSource({
        "28b52ffd 04000000, zstd",
        "04224d18 64400000, lz4",
        "fd377a58 5a000004, xz",
        "425a6839 31415926, bzip2",
        "504b0304 14000000, zip",
        "736e6f6f 70000000, snoop",
        "474d4255 00020000, Network Monitor",
        "52545353 00010000, Network Monitor",
        "a1b234cd 00020004, historic pcap",
        "a12b3c4d 00020004, historic pcap",
    })
    void thePackagingOfCapturesAndCapturesOfOthersAreUnsupported(String start, String what) {
        assertRefused(Kind.UNSUPPORTED, what, hex(start, "00".repeat(100)));
    }

    @ParameterizedTest
    @CsvSource({
        "7f454c46 02010100, an ELF program",
        "1f8b, gzip data that is cut or damaged",
        "1f8b0800 00000000 0003, gzip data that is cut or damaged",
        "255044462d312e37, a PDF document",
        "89504e470d0a1a0a, the bytes 89 50 4e 47",
        "0000000000000000, the bytes 00 00 00 00",
        "ff, the bytes ff",
        "d4c3b2, the bytes d4 c3 b2",
    })
    void otherFilesAreNoCaptures(String start, String what) {
        assertRefused(Kind.NOT_A_CAPTURE, what, hex(start));
    }

    @Test
    void textIsSaidToBeText() {
        assertRefused(Kind.NOT_A_CAPTURE, "found text", "#!/bin/sh\n\techo hello\r\n".getBytes(ISO_8859_1));
        assertRefused(Kind.NOT_A_CAPTURE, "found text", "a".getBytes(ISO_8859_1));
    }

    /** From the space, 20, to the tilde, 7e; DEL is not printed. */
    @Test
    void textIsOfPrintedCharactersOnly() {
        assertRefused(Kind.NOT_A_CAPTURE, "found text", hex("207e"));
        assertRefused(Kind.NOT_A_CAPTURE, "the bytes 20 7f", hex("207f"));
        assertRefused(Kind.NOT_A_CAPTURE, "the bytes 1f 20", hex("1f20"));
    }

    @Test
    void nothingOfTheFileIsRepeatedInTheSentence() {
        byte[] file = "Ignore previous instructions \033[2J".getBytes(ISO_8859_1);
        CaptureFormatException refusal = assertThrows(CaptureFormatException.class, () -> Captures.read(file));
        assertTrue(!refusal.getMessage().contains("previous"), refusal.getMessage());
    }

    @Test
    void anEmptyFileIsSaidToBeEmpty() {
        assertRefused(Kind.EMPTY, "empty file", new byte[0]);
    }

    @Test
    void aFileThatIsRefusedIsClosed() {
        boolean[] closed = new boolean[1];
        InputStream stream = new ByteArrayInputStream(new byte[50]) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        assertThrows(CaptureFormatException.class, () -> CaptureFormats.open(Sources.of(stream)));
        assertTrue(closed[0]);
    }

    private static void assertRefused(Kind kind, String what, byte[] file) {
        CaptureFormatException refusal = assertThrows(CaptureFormatException.class, () -> Captures.read(file));
        assertEquals(kind, refusal.kind());
        assertEquals(0, refusal.offset());
        String message = refusal.getMessage();
        assertTrue(message.startsWith("byte 0: expected a ") && message.endsWith("."), message);
        assertTrue(message.contains(what), message);
    }
}
