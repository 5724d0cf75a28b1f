package io.icmpscope.internal.capture;

import io.icmpscope.report.CaptureWarning.Code;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Walks the options of one block: code, length, value, padding to four bytes. Every step takes at least four bytes. One is
 * reused for all blocks.
 */
final class PcapngOptions {

    static final int REPEATED = -1;
    static final int COMMENT = 1; // in every block
    static final int EPB_FLAGS = 2;
    static final int IF_NAME = 2;
    static final int IF_TSRESOL = 9;
    static final int IF_FILTER = 11;
    static final int IF_FCSLEN = 13;
    static final int IF_TSOFFSET = 14;
    static final int ISB_IFRECV = 4;
    static final int ISB_IFDROP = 5;

    private static final int FILTER_TEXT = 0; // first byte of IF_FILTER
    private static final int FILTER_PROGRAM = 1;
    private static final int INSTRUCTION = 8; // bytes of one for BPF

    private static final int HEADER = 4;
    private static final int MAX_TEXT = 1024; // bytes

    private final CaptureReader reader;
    private int end;
    private int nextAt;
    private long seen; // a bit for each of the codes that are read
    private int code;
    private boolean repeated;
    private int value;
    private int length;

    PcapngOptions(CaptureReader reader) {
        this.reader = reader;
    }

    /** Stands before the first option of a list. */
    void in(int at, int listEnd) {
        nextAt = at;
        end = listEnd;
        seen = 0;
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
        long bit = code < Long.SIZE && code != COMMENT ? 1L << code : 0;
        repeated = (seen & bit) != 0;
        seen |= bit;
        return true;
    }

    /** Which option it is; or {@link #REPEATED} for all but the first of those that may be there once, as in Wireshark. */
    int code() {
        return repeated ? REPEATED : code;
    }

    /**
     * Whether the value has the length that its kind has; with a warning where not. Such an option says nothing: the draft
     * has it reported and ignored, and Wireshark takes it for one that is not there.
     */
    boolean has(int bytes) {
        if (length != bytes) {
            oddLength("where " + bytes + (bytes == 1 ? " is" : " are") + " needed");
        }
        return length == bytes;
    }

    private void oddLength(String needed) {
        reader.warn(
                Code.MALFORMED_BLOCK,
                "Option " + code + " of the block at byte " + reader.offset + " has " + length + " bytes " + needed
                        + "; it was passed over.");
    }

    /** The value as one byte, once {@link #has} said that it is one. */
    int u8() {
        return reader.source.window().get(value) & 0xFF;
    }

    /** The value as a 32-bit number, once {@link #has} said that it is one. */
    int i32() {
        return reader.i32(value);
    }

    /** The value as a 64-bit number, once {@link #has} said that it is one. */
    long i64() {
        return reader.i64(value);
    }

    /** Notes the value as a comment on the capture; what does not fit in is only counted, and no text made of it. */
    void noteComment() {
        reader.notes.comment(reader.notes.takesComments() ? text() : "");
    }

    /** The value as text, cut to a bounded length. */
    String text() {
        return text(0);
    }

    /** A filter in words, or null: its first byte says whether it is text, a program for BPF, or what is not known here. */
    @Nullable
    String filter() {
        if (length == 0) {
            oddLength("where one at least is needed");
            return null;
        }
        return switch (u8()) {
            case FILTER_TEXT -> text(1);
            case FILTER_PROGRAM -> program((length - 1) / INSTRUCTION);
            default -> null;
        };
    }

    private static String program(int instructions) {
        return "BPF bytecode, " + instructions + (instructions == 1 ? " instruction" : " instructions");
    }

    /** A zero byte ends a text before its length does. */
    private String text(int from) {
        byte[] bytes = new byte[Math.min(length - from, MAX_TEXT)];
        reader.source.window().get(value + from, bytes);
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
