package io.icmpscope.mcp.words;

import io.icmpscope.message.CodePoint;
import io.icmpscope.message.CodePoints;
import io.icmpscope.report.Statistics.TypeCount;

/** The name of a message by type and code, in one phrase. */
public final class MessageName {

    private MessageName() {}

    /**
     * Names messages of a type and code.
     *
     * @param messages the messages
     * @return such as {@code "Destination Unreachable: Host Unreachable"}; without the code where it says nothing
     */
    public static String of(TypeCount messages) {
        int version = messages.icmpVersion();
        int type = messages.icmpType();
        String name = CodePoints.typeName(version, type);
        Integer code = messages.icmpCode();
        if (code == null) {
            return name;
        }
        String codeName = CodePoints.codeName(version, type, code);
        return codeName.equals("Code 0") ? name : name + ": " + codeName;
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
