package io.icmpscope.mcp.access;

import io.icmpscope.mcp.call.Call;
import io.icmpscope.mcp.words.CaptureText;
import io.icmpscope.report.CaptureFormatException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** A capture that is not opened or cannot be read: a code for programs and a sentence that a reader can act on. */
public final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why. */
    private final ErrorCode code;

    /**
     * Refuses.
     *
     * @param code why
     * @param sentence what is wrong, where, and what to try
     */
    public Refusal(ErrorCode code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /**
     * Finds the words for a failure to read a capture.
     *
     * @param file the capture, as given
     * @param failure what the library or the system said
     * @return the refusal
     */
    public static Refusal reading(String file, IOException failure) {
        if (failure instanceof CaptureFormatException format) {
            return error(code(format.kind()), file, format.sentence());
        }
        if (failure instanceof NoSuchFileException || failure instanceof FileNotFoundException) {
            return notFound(file);
        }
        if (failure instanceof AccessDeniedException) {
            return error(ErrorCode.NOT_ALLOWED, file, "permission denied; make the file readable for this program");
        }
        String reason = reason(failure);
        return error(
                ErrorCode.INTERNAL,
                file,
                "the system could not read it (" + CaptureText.of(reason == null ? "it says not why" : reason) + ")");
    }

    /**
     * Tells what the system says of a failure, without the name of the file.
     *
     * @param failure the failure
     * @return its words, or null when it says not why
     */
    public static @Nullable String reason(IOException failure) {
        return failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
    }

    /**
     * Finds the words for a fault of this program, without what the fault says: that may be about its inside.
     *
     * @param file the capture, as given
     * @return the refusal
     */
    public static Refusal internal(String file) {
        return error(ErrorCode.INTERNAL, file, "this program failed on it; its log, on standard error, says where");
    }

    /**
     * Finds the words for a mapped file whose bytes went away: the JVM says no more than that.
     *
     * @param file the capture, as given
     * @return the refusal
     */
    public static Refusal shortened(String file) {
        return error(ErrorCode.INTERNAL, file, "it became shorter while it was read; copy it first, and read the copy");
    }

    /**
     * Finds the words for work that ended before it was done.
     *
     * @param file the capture, as given
     * @param how how it ended
     * @return the refusal
     */
    public static Refusal stopped(String file, Call.End how) {
        return how == Call.End.TIMED_OUT
                ? error(
                        ErrorCode.TIMEOUT,
                        file,
                        "it takes longer than a call may take; cut it with editcap, or start the server with a longer"
                                + " --timeout")
                : error(ErrorCode.CANCELLED, file, "the call was given up, or the server stops; ask again");
    }

    /**
     * Refuses a URL, or gives it up.
     *
     * @param code why
     * @param url the capture, as given
     * @param sentence what is wrong, and what to try
     * @return the refusal
     */
    public static Refusal download(ErrorCode code, String url, String sentence) {
        return new Refusal(code, "Failed to download PCAP file '" + GivenName.of(url) + "': " + sentence);
    }

    static Refusal notFound(String file) {
        return new Refusal(ErrorCode.FILE_NOT_FOUND, "PCAP file not found: " + GivenName.of(file));
    }

    static Refusal error(ErrorCode code, String file, String sentence) {
        return new Refusal(code, "Error reading PCAP file '" + GivenName.of(file) + "': " + sentence);
    }

    private static ErrorCode code(CaptureFormatException.Kind kind) {
        return switch (kind) {
            case EMPTY -> ErrorCode.EMPTY_FILE;
            case NOT_A_CAPTURE -> ErrorCode.NOT_A_CAPTURE;
            case UNSUPPORTED -> ErrorCode.UNSUPPORTED_FORMAT;
        };
    }

    /**
     * Returns why.
     *
     * @return the code
     */
    public ErrorCode code() {
        return code;
    }

    /**
     * Returns the words.
     *
     * @return a sentence
     */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
