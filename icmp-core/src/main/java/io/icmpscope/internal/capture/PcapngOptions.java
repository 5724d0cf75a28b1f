package io.icmpscope.internal.capture;

import io.icmpscope.report.CaptureWarning.Code;
import java.nio.charset.StandardCharsets;

/**
 * Walks the options of one block: code, length, value, padding to four bytes. Every step takes at least four bytes. One is
 * reused for all blocks.
 */
final class PcapngOptions {

    static final int COMMENT = 1; // in every block
    static final int EPB_FLAGS = 2;
    static final int IF_NAME = 2;
    static final int IF_TSRESOL = 9;
    static final int IF_FILTER = 11;
    static final int IF_FCSLEN = 13;
    static final int IF_TSOFFSET = 14;
    static final int ISB_IFRECV = 4;
    static final int ISB_IFDROP = 5;

    private static final int HEADER = 4;
    private static final int MAX_TEXT = 1024; // bytes

    private final CaptureReader reader;
    private int end;
    private int nextAt;
    private int code;
    private int value;
    private int length;

    PcapngOptions(CaptureReader reader) {
        this.reader = reader;
    }

    /** Stands before the first option of a list. */
    void in(int at, int listEnd) {
        nextAt = at;
        end = listEnd;
    }

    /** Goes on to the next option; false at the end of the list, and with a warning where one would leave the block. */
    boolean next() {
        if (end - nextAt < HEADER) {
            return false;
        }
        code = reader.u16(nextAt);
        length = reader.u16(nextAt + 2);
        value = nextAt + HEADER;
        if (code == 0) {
            return false;
        }
        if (length > end - value) {
            reader.warn(
                    Code.MALFORMED_BLOCK,
                    "Option " + code + " of the block at byte " + reader.offset + " declares " + length
                            + " bytes and has " + (end - value) + "; it and the options behind it were passed over.");
            return false;
        }
        nextAt = value + (length + 3 & ~3);
        return true;
    }

    int code() {
        return code;
    }

    /** The value as one byte, 0 when it is empty. */
    int u8() {
        return length < 1 ? 0 : reader.source.window().get(value) & 0xFF;
    }

    /** The value as a 32-bit number, 0 when it is shorter. */
    int i32() {
        return length < 4 ? 0 : reader.i32(value);
    }

    /** The value as a 64-bit number, 0 when it is shorter. */
    long i64() {
        return length < 8 ? 0 : reader.i64(value);
    }

    /** Notes the value as a comment on the capture; what does not fit in is only counted, and no text made of it. */
    void noteComment() {
        reader.notes.comment(reader.notes.takesComments() ? text() : "");
    }

    /** The value as text, cut to a bounded length. */
    String text() {
        return text(0);
    }

    /** The text of a filter, whose first byte says that it is text. */
    String filterText() {
        return text(Math.min(1, length));
    }

    private String text(int from) {
        byte[] bytes = new byte[Math.min(length - from, MAX_TEXT)];
        reader.source.window().get(value + from, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
