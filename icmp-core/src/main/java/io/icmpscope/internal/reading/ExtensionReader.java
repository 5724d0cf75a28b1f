package io.icmpscope.internal.reading;

import io.icmpscope.message.ExtensionObject;
import io.icmpscope.message.ExtensionStructure;
import io.icmpscope.message.ExtensionStructure.Checksum;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The extension structure and its list of objects: RFC 4884 sections 7 and 8. It ends with the message. */
final class ExtensionReader {

    static final int HEADER = 4; // bytes, of the structure and of an object

    private static final String LAYER = "icmp-extension";

    private static final int CHECKSUM = 2; // offset in the structure
    private static final int VERSION = 2;
    private static final int DRAFT_VERSION = 1; // of the drafts that became RFC 4884
    private static final int RESERVED = 0x0FFF; // the bits behind the version
    private static final int RIGHT_SUM = 0xFFFF;

    private ExtensionReader() {}

    /** Whether what stands there can be nothing but a structure: it was captured whole and has a checksum that holds. */
    static boolean isProven(MessageBytes in, int at) {
        return isPlausible(in, at) && checksum(in, at) == Checksum.GOOD;
    }

    /** Whether what stands there looks like a structure with at least one object. */
    static boolean isPlausible(MessageBytes in, int at) {
        if (!in.has(at, HEADER + HEADER)) {
            return false;
        }
        int length = in.u16(at + HEADER);
        return isKnown(in.u8(at) >>> 4)
                && (in.u16(at) & RESERVED) == 0
                && length >= HEADER
                && length <= in.declaredLength() - at - HEADER;
    }

    /** Reads the structure, or gives null when not even its header was captured. */
    static @Nullable ExtensionStructure read(MessageBytes in, int at, boolean legacy) {
        if (!in.has(at, HEADER)) {
            in.problem(LAYER, at, HEADER, Math.max(0, in.length() - at), "its captured bytes end too early");
            return null;
        }
        int version = in.u8(at) >>> 4;
        List<ExtensionObject> objects = new ArrayList<>();
        if (isKnown(version)) {
            readObjects(in, at + HEADER, objects);
        } else {
            in.problem(LAYER, at, HEADER, in.length() - at, "its version is " + version + ", not 2");
        }
        return new ExtensionStructure(version, checksum(in, at), legacy, objects);
    }

    private static boolean isKnown(int version) {
        return version == VERSION || version == DRAFT_VERSION;
    }

    private static Checksum checksum(MessageBytes in, int at) {
        if (in.u16(at + CHECKSUM) == 0) {
            return Checksum.NONE;
        }
        if (in.length() < in.declaredLength()) {
            return Checksum.UNVERIFIED;
        }
        return in.sum(at, in.length()) == RIGHT_SUM ? Checksum.GOOD : Checksum.BAD;
    }

    private static void readObjects(MessageBytes in, int first, List<ExtensionObject> objects) {
        int at = first;
        while (at < in.declaredLength()) {
            if (!in.has(at, HEADER)) {
                in.tooShort(LAYER, at, HEADER);
                return;
            }
            int length = in.u16(at);
            if (length < HEADER) {
                in.problem(LAYER, at, HEADER, length, "the length of an object is smaller than its header");
                return;
            }
            if (length > in.declaredLength() - at) {
                in.problem(LAYER, at, length, in.declaredLength() - at, "an object is longer than the message");
                return;
            }
            if (!in.has(at, length)) {
                in.tooShort(LAYER, at, length);
                return;
            }
            objects.add(ExtensionObjects.read(new Span(in, at, at + length)));
            at += length;
        }
    }
}
