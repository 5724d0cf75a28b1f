package io.icmpscope.internal.analysis.finding.packet;

import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.CodePoint;
import io.icmpscope.message.CodePoint.Status;
import io.icmpscope.message.CodePoints;
import java.util.BitSet;
import java.util.Set;

/** Which types and codes are in use. */
final class CodeStates {

    /** Deprecated types that have a finding of their own: source quench, information and address mask. */
    private static final Set<Integer> FOUND_ELSEWHERE = Set.of(4, 15, 16, 17, 18);

    /** The type of a redirect in ICMPv6. */
    static final int REDIRECT6 = 137;

    private static final int CODES = 256;
    private static final BitSet ODD = odd();

    private CodeStates() {}

    private static BitSet odd() {
        BitSet odd = new BitSet(2 << 16);
        for (int version = 4; version <= 6; version += 2) {
            for (int type = 0; type < CODES; type++) {
                boolean named = hasCodes(version, type);
                for (int code = 0; code < CODES; code++) {
                    odd.set(index(version, type, code), status(version, type, code, named) != Status.ASSIGNED);
                }
            }
        }
        return odd;
    }

    private static boolean hasCodes(int version, int type) {
        for (int code = 0; code < CODES; code++) {
            if (CodePoints.code(version, type, code) != null) {
                return true;
            }
        }
        return false;
    }

    private static int index(int version, int type, int code) {
        return (version & 2) << 15 | type << 8 | code;
    }

    /** Whether the type or the code of a message is not in use. */
    static boolean isOdd(PacketView view) {
        int code = view.code();
        return code != PacketView.NONE && ODD.get(index(view.icmpVersion(), view.type(), code));
    }

    /** Version, type and code as one number. */
    static int number(PacketView view) {
        return view.icmpVersion() << 16 | view.type() << 8 | view.code();
    }

    static int version(int number) {
        return number >>> 16;
    }

    static int type(int number) {
        return number >>> 8 & 0xFF;
    }

    static int code(int number) {
        return number & 0xFF;
    }

    /** Whether it is the code that is not in use, of a type that is. */
    static boolean isAboutTheCode(int number) {
        return typeStatus(version(number), type(number)) == Status.ASSIGNED;
    }

    /** What is the matter with a number. */
    static Status status(int number) {
        int version = version(number);
        return status(version, type(number), code(number), hasCodes(version, type(number)));
    }

    private static Status typeStatus(int version, int type) {
        return version == 4 && FOUND_ELSEWHERE.contains(type)
                ? Status.ASSIGNED
                : CodePoints.type(version, type).status();
    }

    /** Types that the registry gives no codes may have any: some say a number by them. */
    private static Status status(int version, int type, int code, boolean named) {
        Status status = typeStatus(version, type);
        if (status != Status.ASSIGNED || !named) {
            return status;
        }
        CodePoint point = CodePoints.code(version, type, code);
        return point == null ? Status.UNASSIGNED : point.status();
    }
}
