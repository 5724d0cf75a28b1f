package io.icmpscope.report;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes are not a capture that can be read. Its message is a sentence that says what was found instead.
 *
 * <p>A capture that begins well and is damaged later is no reason for this exception: it gives a report with a
 * {@link CaptureWarning}.
 */
public final class CaptureFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What kind of bytes they are. */
    public enum Kind {
        /** There is not a single byte. */
        EMPTY,
        /** Something else than a capture, or too short to tell. */
        NOT_A_CAPTURE,
        /** A capture, or the packaging of one, in a variant that is not read. */
        UNSUPPORTED
    }

    /** What kind of bytes they are. */
    private final Kind kind;

    /** Where in the file, in bytes. */
    private final long offset;

    /** Which of several captures, or null. */
    private final @Nullable String file;

    /** What was expected, what was found, what to try. */
    private final String sentence;

    /**
     * Says what was found.
     *
     * @param kind what kind of bytes they are
     * @param offset the byte offset of the fault in the file
     * @param message a sentence: what was expected, what was found, what to try
     */
    public CaptureFormatException(Kind kind, long offset, String message) {
        this(kind, offset, message, null);
    }

    private CaptureFormatException(Kind kind, long offset, String sentence, @Nullable String file) {
        super(file == null ? sentence : file + ": " + sentence);
        this.kind = kind;
        this.offset = offset;
        this.sentence = sentence;
        this.file = file;
    }

    /**
     * Returns this exception as that of one of several captures, which its message names.
     *
     * @param name the capture, as given
     * @return an exception with this one as its cause
     */
    public CaptureFormatException in(String name) {
        CaptureFormatException named = new CaptureFormatException(kind, offset, sentence, name);
        named.initCause(this);
        return named;
    }

    /**
     * Returns which of several captures cannot be read.
     *
     * @return its name as given, or null when there is only one
     */
    public @Nullable String file() {
        return file;
    }

    /**
     * Returns what was found, without the name of the capture.
     *
     * @return a sentence: what was expected, what was found, what to try
     */
    public String sentence() {
        return sentence;
    }

    /**
     * Returns what kind of bytes they are.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns where in the file the fault is.
     *
     * @return an offset in bytes from the start of the file
     */
    public long offset() {
        return offset;
    }
}
