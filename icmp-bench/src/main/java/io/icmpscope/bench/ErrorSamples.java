package io.icmpscope.bench;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Errors of all kinds, plain as hosts send them, RFC 792 and RFC 4443, and extended as routers of an MPLS network do: the quote
 * padded to 128 bytes, behind it a label stack and the interface that the datagram came in by, RFC 4884, RFC 4950, RFC 5837.
 */
final class ErrorSamples {

    private static final int HEADER = 8; // bytes
    private static final int QUOTED_DATA = 28;
    private static final int PADDED_QUOTE = 128; // the least where extensions follow
    private static final int MTU = 1400;
    private static final int STRUCTURE_CHECKSUM = 2; // offset in the extension structure
    private static final String EXTENSIONS = """
            20 00 00 00
            00 0c 01 01  03 e9 30 fd  00 01 0f 01
            00 10 02 0a  00 00 00 05  08 65 74 68  30 00 00 00
            """;

    private final Datagrams datagrams;

    ErrorSamples(Datagrams datagrams) {
        this.datagrams = datagrams;
    }

    List<Sample> all() {
        return List.of(
                error(false, /* type= */ 3, /* code= */ 3, 0),
                error(false, /* type= */ 3, /* code= */ 4, MTU),
                error(false, /* type= */ 5, /* code= */ 1, 10 << 24 | 1),
                error(false, /* type= */ 12, /* code= */ 0, 20 << 24),
                extended(false, /* type= */ 11, /* word= */ (PADDED_QUOTE / 4) << 16),
                error(true, /* type= */ 1, /* code= */ 4, 0),
                error(true, /* type= */ 2, /* code= */ 0, MTU),
                error(true, /* type= */ 4, /* code= */ 1, 6),
                extended(true, /* type= */ 3, /* word= */ (PADDED_QUOTE / 8) << 24));
    }

    private Sample error(boolean v6, int type, int code, int word) {
        ByteBuffer quote = quote(v6);
        ByteBuffer message = ByteBuffer.allocate(HEADER + quote.remaining());
        message.putInt(type << 24 | code << 16).putInt(word).put(quote);
        return Sample.of(toSender(v6), message.flip());
    }

    private Sample extended(boolean v6, int type, int word) {
        ByteBuffer extensions = Sample.bytes(EXTENSIONS);
        int sum = InternetChecksum.complement(InternetChecksum.sum(extensions, 0, extensions.capacity()));
        extensions.putShort(STRUCTURE_CHECKSUM, (short) sum);
        ByteBuffer message = ByteBuffer.allocate(HEADER + PADDED_QUOTE + extensions.capacity());
        message.putInt(type << 24).putInt(word).put(quote(v6));
        return Sample.of(
                toSender(v6),
                message.position(HEADER + PADDED_QUOTE).put(extensions).rewind());
    }

    private static Route toSender(boolean v6) {
        return new Route(Route.outside(v6, 1), Route.inside(v6, 1));
    }

    /** A datagram by UDP, whole and without the padding of its frame. */
    private ByteBuffer quote(boolean v6) {
        Route route = new Route(Route.inside(v6, 1), Route.outside(v6, 2));
        int bytes = IpHeader.length(route) + QUOTED_DATA;
        return datagrams
                .frame(new Flow(route, IpHeader.UDP, /* fromPort= */ 53_000, /* toPort= */ 33_434), bytes)
                .slice(FrameBuilder.ETHERNET, bytes);
    }
}
