package io.icmpscope.internal.reading;

import io.icmpscope.message.ExtendedInformationPointer;
import io.icmpscope.message.ExtensionObject;
import io.icmpscope.message.UnknownExtensionObject;
import org.jspecify.annotations.Nullable;

/** The one table of extension objects: RFC 4884 section 8. What no row reads is an unknown object. */
final class ExtensionObjects {

    static final int DATA = 4; // offsets in an object
    static final int C_TYPE = 3;
    private static final int CLASS = 2;

    private static final int WORD = 4; // bytes that the length of an object is a multiple of

    private ExtensionObjects() {}

    static ExtensionObject read(Span object) {
        int classNumber = object.in().u8(object.at() + CLASS);
        int cType = object.in().u8(object.at() + C_TYPE);
        if (object.length() % WORD != 0) {
            object.problem(
                    "icmp-extension", 0, roundedUp(object.length()), "the length of an object is no multiple of 4");
        }
        ExtensionObject known = known(classNumber, cType, object);
        return known == null ? new UnknownExtensionObject(classNumber, cType, object.length() - DATA) : known;
    }

    private static @Nullable ExtensionObject known(int classNumber, int cType, Span object) {
        return switch (classNumber) {
            case 1 -> cType == 1 ? MplsLabelStackReader.read(object) : null;
            case 2 -> InterfaceInformationReader.read(object, cType);
            case 3 -> InterfaceIdentificationReader.read(object, cType);
            case 4 -> cType == 1 ? pointer(object) : null;
            case 5 -> NodeIdentificationReader.read(object, cType);
            default -> null;
        };
    }

    /** Extended information: RFC 8883 section 3. */
    private static @Nullable ExtensionObject pointer(Span object) {
        Long pointer = object.u32(DATA);
        if (pointer == null) {
            object.problem("extended-information", DATA, 4, "it has no pointer");
            return null;
        }
        return new ExtendedInformationPointer(pointer);
    }

    private static int roundedUp(int length) {
        return (length + WORD - 1) / WORD * WORD;
    }
}
