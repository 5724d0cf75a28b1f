package io.icmpscope.mcp.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.CaptureFormatException.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class RefusalTest {
    @Test
    void whatIsNoCaptureKeepsTheWordsOfTheLibrary() {
        refused(ErrorCode.EMPTY_FILE, "found nothing.", new CaptureFormatException(Kind.EMPTY, 0, "found nothing."));
        refused(
                ErrorCode.NOT_A_CAPTURE,
                "found text.",
                new CaptureFormatException(Kind.NOT_A_CAPTURE, 0, "found text."));
        refused(
                ErrorCode.UNSUPPORTED_FORMAT,
                "found gzip.",
                new CaptureFormatException(Kind.UNSUPPORTED, 0, "found gzip."));
    }

    @Test
    void whatTheSystemRefusesHasACode() {
        refused(
                ErrorCode.NOT_ALLOWED,
                "permission denied; make the file readable for this program",
                new AccessDeniedException("/f"));
        refused(
                ErrorCode.INTERNAL,
                "the system could not read it (Input/output error)",
                new IOException("Input/output error"));
        refused(
                ErrorCode.INTERNAL,
                "the system could not read it (Stale file \\u{1b}handle)",
                new FileSystemException("/secret\u001b", null, "Stale file \u001bhandle"));
        refused(
                ErrorCode.INTERNAL,
                "the system could not read it (it says not why)",
                new FileSystemException("/secret"));
        Refusal gone = Refusal.reading("/f", new NoSuchFileException("/f"));
        assertEquals(ErrorCode.FILE_NOT_FOUND, gone.code());
        assertEquals("PCAP file not found: /f", gone.sentence());
    }

    @Test
    void aFaultOfOurOwnTellsNothingOfOurInside() {
        Refusal refusal = Refusal.internal("/f");
        assertEquals(ErrorCode.INTERNAL, refusal.code());
        assertEquals(
                "Error reading PCAP file '/f': this program failed on it; its log, on standard error, says where",
                refusal.sentence());
    }

    private static void refused(ErrorCode code, String reason, IOException failure) {
        Refusal refusal = Refusal.reading("/f", failure);
        assertEquals(code, refusal.code());
        assertEquals("Error reading PCAP file '/f': " + reason, refusal.sentence());
    }
}
