package io.icmpscope.internal.reading;

import io.icmpscope.message.InterfaceInformation;
import io.icmpscope.message.InterfaceInformation.Role;

/** The interface information object: RFC 5837 section 4. Its C-Type is a role and a set of bits. */
final class InterfaceInformationReader {

    private static final int ROLE_SHIFT = 6;
    private static final int INDEX = 0x08;
    private static final int ADDRESS = 0x04;
    private static final int NAME = 0x02;
    private static final int MTU = 0x01;

    private static final Role[] ROLES = Role.values();

    private InterfaceInformationReader() {}

    static InterfaceInformation read(Span object, int cType) {
        SubObjects parts = new SubObjects("interface-information", object);
        return new InterfaceInformation( // in the order of the wire
                ROLES[cType >>> ROLE_SHIFT],
                parts.number((cType & INDEX) != 0),
                parts.address((cType & ADDRESS) != 0),
                parts.name((cType & NAME) != 0),
                parts.number((cType & MTU) != 0));
    }
}
