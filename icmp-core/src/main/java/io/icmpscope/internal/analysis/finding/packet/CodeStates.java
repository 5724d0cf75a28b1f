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

    /** By {@link #row}, made when a type is first met: a capture has a few. Two threads that make one make the same. */
    private static final OddCodes[] ROWS = new OddCodes[2 * CODES];

    /** The codes of one type that are not in use; by its final field it is whole for whoever finds it in the table. */
    private record OddCodes(BitSet codes) {

        static OddCodes of(int version, int type) {
            BitSet odd = new BitSet(CODES);
            boolean named = hasCodes(version, type);
            for (int code = 0; code < CODES; code++) {
                odd.set(code, status(version, type, code, named) != Status.ASSIGNED);
            }
            return new OddCodes(odd);
        }
    }

    private CodeStates() {}

    private static boolean hasCodes(int version, int type) {
        for (int code = 0; code < CODES; code++) {
            if (CodePoints.code(version, type, code) != null) {
                return true;
            }
        }
        return false;
    }

    private static int row(int version, int type) {
        return (version & 2) << 7 | type;
    }

    /** Whether the type or the code of a message is not in use. */
    static boolean isOdd(PacketView view) {
        int code = view.code();
        if (code == PacketView.NONE) {
            return false;
        }
        int row = row(view.icmpVersion(), view.type());
        OddCodes odd = ROWS[row];
        if (odd == null) {
            odd = OddCodes.of(view.icmpVersion(), view.type());
            ROWS[row] = odd;
        }
        return odd.codes.get(code);
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
