package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.packet.EchoData;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.QueryKind;
import org.jspecify.annotations.Nullable;

/** Which messages are questions and which their answers. */
final class QueryType {

    private static final int LEAST = 8; // bytes, up to behind the sequence number
    private static final int NODE_INFORMATION_LEAST = 16; // up to behind the nonce

    private QueryType() {}

    /** The kind of a question or answer that was captured far enough to be paired, else null. */
    static @Nullable QueryKind of(PacketView view) {
        QueryKind kind = view.icmpVersion() == 4 ? kind4(view.type()) : kind6(view.type());
        int least = kind == QueryKind.NODE_INFORMATION ? NODE_INFORMATION_LEAST : LEAST;
        return view.length() < least ? null : kind;
    }

    /** The kind of the question that an error quotes, else null. */
    static @Nullable QueryKind ofRequest(int icmpVersion, int type) {
        QueryKind kind = icmpVersion == 4 ? kind4(type) : kind6(type);
        return kind == null || !isRequest(icmpVersion, type) ? null : kind;
    }

    static boolean isRequest(int icmpVersion, int type) {
        return icmpVersion == 4
                ? type == 8 || type == 13 || type == 15 || type == 17 || type == 42
                : type == 128 || type == 139 || type == 160;
    }

    private static @Nullable QueryKind kind4(int type) {
        return switch (type) {
            case 0, 8 -> QueryKind.ECHO;
            case 13, 14 -> QueryKind.TIMESTAMP;
            case 15, 16 -> QueryKind.INFORMATION;
            case 17, 18 -> QueryKind.ADDRESS_MASK;
            case 42, 43 -> QueryKind.EXTENDED_ECHO;
            default -> null;
        };
    }

    private static @Nullable QueryKind kind6(int type) {
        return switch (type) {
            case 128, 129 -> QueryKind.ECHO;
            case 139, 140 -> QueryKind.NODE_INFORMATION;
            case 160, 161 -> QueryKind.EXTENDED_ECHO;
            default -> null;
        };
    }

    /** The identifier; 0 where the type has none. */
    static int identifier(PacketView view) {
        return Math.max(0, view.identifier());
    }

    /** The sequence number, or what else pairs an answer with its question. */
    static int sequenceNumber(PacketView view) {
        int number = view.sequenceNumber();
        return number == PacketView.NONE ? folded(EchoData.eight(view, 0)) : number;
    }

    /** A nonce, which is random, in 16 bits: two that share them are taken for one if both are open at once. */
    private static int folded(long nonce) {
        return (int) (nonce ^ nonce >>> 16 ^ nonce >>> 32 ^ nonce >>> 48) & 0xFFFF;
    }
}
