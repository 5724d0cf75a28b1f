package io.icmpscope.mcp.access;

/** Why a call has no result: stable names that callers may test. */
public enum ErrorCode {
    /** There is no such file. */
    FILE_NOT_FOUND,
    /** The file or place may not be read. */
    NOT_ALLOWED,
    /** A directory, a pipe or a device. */
    NOT_A_FILE,
    /** The bytes are something else than a capture. */
    NOT_A_CAPTURE,
    /** A capture, or the packaging of one, in a variant that is not read. */
    UNSUPPORTED_FORMAT,
    /** The file has no byte. */
    EMPTY_FILE,
    /** A URL that does not bring a whole file. */
    DOWNLOAD_FAILED,
    /** A download beyond the server's limit. */
    TOO_LARGE,
    /** It took longer than a call may take. */
    TIMEOUT,
    /** Whoever asked gave it up, or the server stopped. */
    CANCELLED,
    /** An argument has a wrong value or form. */
    BAD_ARGUMENT,
    /** A fault of this program. */
    INTERNAL
}
