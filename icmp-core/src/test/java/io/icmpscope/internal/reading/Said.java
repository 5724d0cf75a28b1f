package io.icmpscope.internal.reading;

import io.icmpscope.message.IcmpError;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.QuotedDatagram;
import io.icmpscope.report.Problem;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** What a message written in hexadecimal says, and the problems found in it. Its first byte is byte 3 of its frame. */
record Said(IcmpMessage message, List<Problem> problems) {

    static final int FRAME_BYTES_BEFORE = 3;

    static Said by4(String... hex) {
        return by(4, bytes(hex));
    }

    static Said by6(String... hex) {
        return by(6, bytes(hex));
    }

    static Said by(int icmpVersion, byte[] message) {
        return by(icmpVersion, message, message.length, (byte) 0);
    }

    /** Reads a message that was longer on the wire, between bytes that are not its own. */
    static Said by(int icmpVersion, byte[] message, int declaredBytes, byte around) {
        byte[] frame = new byte[5 + FRAME_BYTES_BEFORE + message.length + 5];
        Arrays.fill(frame, around);
        int at = 5 + FRAME_BYTES_BEFORE;
        System.arraycopy(message, 0, frame, at, message.length);
        MessageBytes in =
                new MessageBytes(ByteBuffer.wrap(frame), 5, at, at + message.length, (long) at + declaredBytes, null);
        return new Said(MessageTable.read(icmpVersion, in), List.copyOf(in.problems()));
    }

    /** The quote of an ICMPv4 error that has it behind eight bytes. */
    static QuotedDatagram quote4(String... hex) {
        return quoteOf(by4("0b00 0000 0000 0000", String.join("", hex)));
    }

    /** The quote of an ICMPv6 error that has it behind eight bytes. */
    static QuotedDatagram quote6(String... hex) {
        return quoteOf(by6("0300 0000 0000 0000", String.join("", hex)));
    }

    static QuotedDatagram quoteOf(Said said) {
        return ((IcmpError) said.message).quoted();
    }

    /** The bytes of hexadecimal text, in which white space is for the reader. */
    static byte[] bytes(String... hex) {
        return HexFormat.of().parseHex(String.join("", hex).replaceAll("\\s", ""));
    }
}
