package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.ParameterProblem;
import io.icmpscope.message.QuotedDatagram;
import org.jspecify.annotations.Nullable;

/** Parameter problem: RFC 792 page 8 with a pointer of one byte, RFC 4443 section 3.4 with one of four. */
final class ParameterProblemReader {

    private static final int CODE = 1; // offsets in the message
    private static final int POINTER = 4;
    private static final int POINTER_INDICATES_THE_ERROR = 0; // the only ICMPv4 code that has one

    private ParameterProblemReader() {}

    static IcmpMessage read4(MessageBytes in) {
        ErrorBody body = ErrorBody.read4(in);
        int pointer = in.u8(POINTER);
        boolean meant = in.u8(CODE) == POINTER_INDICATES_THE_ERROR;
        return new ParameterProblem(
                pointer, meant ? field(in, pointer, body.quoted()) : null, body.quoted(), body.extensions());
    }

    static IcmpMessage read6(MessageBytes in) {
        long pointer = in.u32(POINTER);
        QuotedDatagram quoted = QuotedDatagramReader.read(in, Icmp.BODY);
        return new ParameterProblem(pointer, field(in, pointer, quoted), quoted, null);
    }

    private static @Nullable String field(MessageBytes in, long pointer, QuotedDatagram quoted) {
        Span quote = new Span(in, Icmp.BODY, Icmp.BODY + quoted.quotedBytes());
        return PointedField.name(quote, pointer);
    }
}
