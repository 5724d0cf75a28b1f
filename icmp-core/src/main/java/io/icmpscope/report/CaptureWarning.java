package io.icmpscope.report;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a capture lacks, or where it is damaged. What could be read was analysed all the same.
 *
 * @param code a stable name of the kind of damage
 * @param byteOffset where in the file, in bytes from its start; of the uncompressed bytes when it is compressed
 * @param frame the frame it concerns, counted from 1 in its file, or null when it concerns none
 * @param message a sentence: what, where, and what was kept
 * @param file which capture it concerns, among the warnings of several captures as a whole; else null
 */
public record CaptureWarning(
        Code code,
        long byteOffset,
        @Nullable Long frame,
        String message,
        @Nullable String file) implements Serializable {

    /**
     * Makes a warning about the only capture, or the one whose warnings these are.
     *
     * @param code a stable name of the kind of damage
     * @param byteOffset where in the file, in bytes from its start
     * @param frame the frame it concerns, counted from 1 in its file, or null when it concerns none
     * @param message a sentence: what, where, and what was kept
     */
    public CaptureWarning(Code code, long byteOffset, @Nullable Long frame, String message) {
        this(code, byteOffset, frame, message, null);
    }

    /**
     * Returns this warning as one of several captures.
     *
     * @param name the capture it concerns
     * @return the changed warning
     */
    public CaptureWarning in(String name) {
        return new CaptureWarning(code, byteOffset, frame, message, name);
    }

    /** The kinds of damage. */
    public enum Code {
        /** The file ends in the middle of a record or block. */
        CUT_SHORT,
        /** A record or block declares a length that cannot be; the file is not read beyond it. */
        CORRUPT_LENGTH,
        /** A packet or statistics block names an interface that was not described; it was passed over. */
        UNKNOWN_INTERFACE,
        /** The capture declares a version that is not known. */
        UNKNOWN_VERSION,
        /** A record holds more bytes than the header allows or than the packet had. */
        ODD_LENGTH,
        /** A record consists of zeros, as a file has that was not written to its end. */
        BLANK_RECORD,
        /** A time stamp cannot be expressed and was left out, or its fraction was carried. */
        ODD_TIME,
        /** A block or its options are malformed and were passed over. */
        MALFORMED_BLOCK,
        /** The file became shorter while it was read. */
        SHORTENED,
        /** The capture of several is missing or is none, and was passed over. */
        UNREADABLE,
        /** The file is compressed, and its compressed data is cut or damaged. */
        DAMAGED_COMPRESSION,
        /** The file is compressed, and expands beyond what is read. */
        TOO_LARGE
    }
}
