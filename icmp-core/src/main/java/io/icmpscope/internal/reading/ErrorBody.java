package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.ExtensionStructure;
import io.icmpscope.message.QuotedDatagram;
import org.jspecify.annotations.Nullable;

/**
 * What an error that may be extended has behind its header: a quote, and perhaps an extension structure. Where the quote
 * ends is for the length attribute to say, never for the lengths inside the quote.
 *
 * <p>Routers older than RFC 4884 have no length attribute and append the structure to 128 bytes of quote; there it is
 * believed only when its checksum holds, RFC 4884 section 5.
 *
 * @param quoted the quote
 * @param extensions the extension structure, or null when there is none
 */
record ErrorBody(QuotedDatagram quoted, @Nullable ExtensionStructure extensions) {

    private static final String LAYER = "icmp-extension";

    private static final int LENGTH_4 = 5; // offsets in the message, RFC 4884 sections 4.1 to 4.5
    private static final int LENGTH_6 = 4;
    private static final int WORD_4 = 4; // bytes that the length attribute counts by
    private static final int WORD_6 = 8;

    private static final int LEAST_QUOTE = 128; // bytes, where a structure follows
    private static final int LEGACY_AT = Icmp.BODY + LEAST_QUOTE;

    static ErrorBody read4(MessageBytes in) {
        return read(in, LENGTH_4, in.u8(LENGTH_4) * WORD_4);
    }

    static ErrorBody read6(MessageBytes in) {
        return read(in, LENGTH_6, in.u8(LENGTH_6) * WORD_6);
    }

    private static ErrorBody read(MessageBytes in, int lengthAt, int quoteBytes) {
        if (quoteBytes == 0) {
            return ExtensionReader.isProven(in, LEGACY_AT) ? split(in, LEGACY_AT, true) : unextended(in);
        }
        int extensionAt = Icmp.BODY + quoteBytes;
        if (extensionAt == in.declaredLength()) { // a length, but nothing behind it
            return unextended(in);
        }
        int needed = quoteBytes + ExtensionReader.HEADER;
        int had = in.declaredLength() - Icmp.BODY;
        if (needed > had) {
            in.problem(LAYER, lengthAt, needed, had, "its length attribute points beyond the end of the message");
            return unextended(in);
        }
        if (quoteBytes < LEAST_QUOTE) {
            in.problem(LAYER, lengthAt, LEAST_QUOTE, quoteBytes, "its length attribute is less than 128 bytes");
            return ExtensionReader.isPlausible(in, extensionAt) ? split(in, extensionAt, false) : unextended(in);
        }
        return split(in, extensionAt, false);
    }

    private static ErrorBody unextended(MessageBytes in) {
        return new ErrorBody(QuotedDatagramReader.read(in, Icmp.BODY), null);
    }

    private static ErrorBody split(MessageBytes in, int extensionAt, boolean legacy) {
        return new ErrorBody(
                QuotedDatagramReader.read(new Span(in, Icmp.BODY, extensionAt)),
                ExtensionReader.read(in, extensionAt, legacy));
    }
}
