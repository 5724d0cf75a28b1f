package io.icmpscope.mcp.json;

import io.icmpscope.message.ExtendedInformationPointer;
import io.icmpscope.message.ExtensionObject;
import io.icmpscope.message.InterfaceIdentification;
import io.icmpscope.message.InterfaceInformation;
import io.icmpscope.message.MplsLabelStack;
import io.icmpscope.message.UnknownExtensionObject;
import org.jspecify.annotations.Nullable;

/** The registered numbers of extension objects, RFC 4884 section 7. */
final class ExtensionClass {

    private ExtensionClass() {}

    static int of(ExtensionObject object) {
        if (object instanceof UnknownExtensionObject unknown) {
            return unknown.classNumber();
        }
        if (object instanceof MplsLabelStack) {
            return 1;
        }
        if (object instanceof InterfaceInformation) {
            return 2;
        }
        if (object instanceof InterfaceIdentification) {
            return 3;
        }
        return object instanceof ExtendedInformationPointer ? 4 : 5; // 5: node identification
    }

    /** Gives the C-Type; null in the classes 2 and 5, where it is a set of bits that the object's members tell. */
    static @Nullable Integer cType(ExtensionObject object) {
        if (object instanceof UnknownExtensionObject unknown) {
            return unknown.cType();
        }
        if (object instanceof InterfaceIdentification identification) {
            return identification.name() != null ? 1 : identification.ifIndex() != null ? 2 : 3;
        }
        return object instanceof MplsLabelStack || object instanceof ExtendedInformationPointer ? 1 : null;
    }
}
