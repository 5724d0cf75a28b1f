package io.icmpscope.internal.reading;

import io.icmpscope.message.InterfaceIdentification;
import io.icmpscope.message.IpAddress;
import org.jspecify.annotations.Nullable;

/** The interface identification object: RFC 8335 section 2.1. Its C-Type is one of three ways to name an interface. */
final class InterfaceIdentificationReader {

    private static final String LAYER = "interface-identification";

    private static final int BY_NAME = 1;
    private static final int BY_INDEX = 2;
    private static final int BY_ADDRESS = 3;

    private static final int FAMILY = 4; // offsets in the object
    private static final int ADDRESS_LENGTH = 6;
    private static final int ADDRESS = 8;

    private InterfaceIdentificationReader() {}

    static @Nullable InterfaceIdentification read(Span object, int cType) {
        return switch (cType) {
            case BY_NAME -> byName(object);
            case BY_INDEX -> byIndex(object);
            case BY_ADDRESS -> byAddress(object);
            default -> null;
        };
    }

    private static InterfaceIdentification byName(Span object) {
        String name = object.text(ExtensionObjects.DATA, object.length() - ExtensionObjects.DATA);
        return new InterfaceIdentification(name, null, null, null, null);
    }

    private static @Nullable InterfaceIdentification byIndex(Span object) {
        Long index = object.u32(ExtensionObjects.DATA);
        if (index == null) {
            object.problem(LAYER, ExtensionObjects.DATA, 4, "it has no index");
            return null;
        }
        return new InterfaceIdentification(null, index, null, null, null);
    }

    private static @Nullable InterfaceIdentification byAddress(Span object) {
        Integer family = object.u16(FAMILY);
        Integer length = object.u8(ADDRESS_LENGTH);
        if (family == null || length == null || !object.has(ADDRESS, length)) {
            object.problem(LAYER, FAMILY, 4L + (length == null ? 0 : length), "its address does not fit");
            return null;
        }
        IpAddress address =
                Addresses.read(new Span(object.in(), object.at(), object.at() + ADDRESS + length), ADDRESS, family);
        return new InterfaceIdentification(null, null, family, address, address == null ? hex(object, length) : null);
    }

    private static String hex(Span object, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int octet = object.in().u8(object.at() + ADDRESS + i);
            text.append(i == 0 ? "" : ":").append(Integer.toHexString(octet | 0x100), 1, 3);
        }
        return text.toString();
    }
}
