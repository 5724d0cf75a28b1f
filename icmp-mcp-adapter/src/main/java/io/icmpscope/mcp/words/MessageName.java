package io.icmpscope.mcp.words;

import io.icmpscope.message.CodePoint;
import io.icmpscope.message.CodePoints;
import io.icmpscope.report.ErrorGroup;
import io.icmpscope.report.Statistics.TypeCount;
import org.jspecify.annotations.Nullable;

/** The name of a message by type and code, in one phrase. */
public final class MessageName {

    private static final String NO_WORDS = "Code 0";

    private MessageName() {}

    /**
     * Names messages of a type and code.
     *
     * @param messages the messages
     * @return such as {@code "Destination Unreachable: Host Unreachable"}; without the code where it says nothing
     */
    public static String of(TypeCount messages) {
        return of(messages.icmpVersion(), messages.icmpType(), messages.icmpCode());
    }

    /**
     * Names the type and code of errors.
     *
     * @param errors the errors
     * @return as for other messages
     */
    public static String of(ErrorGroup errors) {
        return of(errors.icmpVersion(), errors.icmpType(), errors.icmpCode());
    }

    private static String of(int version, int type, @Nullable Integer code) {
        String name = CodePoints.typeName(version, type);
        String codeName = code == null ? NO_WORDS : CodePoints.codeName(version, type, code);
        return codeName.equals(NO_WORDS) ? name : name + ": " + codeName;
    }

    /**
     * Names errors as shortly as they can be told apart.
     *
     * @param errors the errors
     * @return the name of the code, or ours where that is long; that of the type where the code has none
     */
    public static String brief(ErrorGroup errors) {
        Integer code = errors.icmpCode();
        if (code == null) {
            return of(errors);
        }
        int version = errors.icmpVersion();
        int type = errors.icmpType();
        if (type == (version == 4 ? 3 : 1) && (version == 4 ? code == 9 || code == 10 || code == 13 : code == 1)) {
            return "Prohibited";
        }
        String codeName = CodePoints.codeName(version, type, code);
        return codeName.startsWith("Code ") || codeName.startsWith("Unknown ") ? of(errors) : codeName;
    }

    /**
     * Tells whether messages are about a datagram that they quote.
     *
     * @param messages the messages
     * @return whether they report an error
     */
    public static boolean isError(TypeCount messages) {
        return CodePoints.type(messages.icmpVersion(), messages.icmpType()).kind() == CodePoint.Kind.ERROR;
    }
}
