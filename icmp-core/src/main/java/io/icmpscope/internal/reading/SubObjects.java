package io.icmpscope.internal.reading;

import io.icmpscope.message.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an interface information or node identification object, one behind the other as the C-Type announces them:
 * RFC 5837 sections 4.2 and 4.3. After the first that is malformed nothing more can be found.
 */
final class SubObjects {

    private static final int MAX_NAME = 64; // bytes, the length byte included
    private static final int WORD = 4;
    private static final int FAMILY = 4; // bytes of address family and padding before an address

    private final String layer;
    private final Span object;
    private int at = ExtensionObjects.DATA;
    private boolean lost;

    SubObjects(String layer, Span object) {
        this.layer = layer;
        this.object = object;
    }

    /** Reads four bytes, such as an index, if announced. */
    @Nullable
    Long number(boolean announced) {
        if (!announced || lost) {
            return null;
        }
        Long number = object.u32(at);
        if (number == null) {
            lose(4, "a number that its C-Type announces is missing");
            return null;
        }
        at += 4;
        return number;
    }

    /** Reads an IP address sub-object, if announced. */
    @Nullable
    IpAddress address(boolean announced) {
        if (!announced || lost) {
            return null;
        }
        Integer family = object.u16(at);
        IpAddress address = family == null ? null : Addresses.read(object, at + FAMILY, family);
        if (address == null) {
            lose(FAMILY + 4, "the address that its C-Type announces is missing or of unknown family");
            return null;
        }
        at += FAMILY + (address.version() == 4 ? 4 : 16);
        return address;
    }

    /** Reads a name sub-object, whose length counts itself, if announced. */
    @Nullable
    String name(boolean announced) {
        if (!announced || lost) {
            return null;
        }
        Integer length = object.u8(at);
        if (length == null || length == 0 || !object.has(at, length)) {
            lose(length == null ? 1 : Math.max(1, length), "the name that its C-Type announces does not fit");
            return null;
        }
        if (length > MAX_NAME || length % WORD != 0) {
            object.problem(layer, at, length, "the length of its name is more than 64 or no multiple of 4");
        }
        String name = object.text(at + 1, length - 1);
        at += length;
        return name;
    }

    private void lose(int needed, String message) {
        object.problem(layer, at, needed, message);
        lost = true;
    }
}
