package io.icmpscope.internal.reading;

import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.LocatorUpdate;
import java.util.ArrayList;
import java.util.List;

/** ILNPv6 locator update: RFC 6743 section 2. */
final class LocatorUpdateReader {

    private static final String LAYER = "locator-update";

    private static final int COUNT = 4; // offsets in the message
    private static final int OPERATION = 5;
    private static final int LOCATORS = 8;

    private static final int LOCATOR = 12; // bytes
    private static final int PREFERENCE = 8; // offsets in a locator
    private static final int LIFETIME = 10;

    private LocatorUpdateReader() {}

    static IcmpMessage read(MessageBytes in) {
        int declared = in.u8(COUNT);
        List<LocatorUpdate.Locator> locators = new ArrayList<>();
        int at = LOCATORS;
        while (locators.size() < declared && in.has(at, LOCATOR)) {
            locators.add(new LocatorUpdate.Locator(in.i64(at), in.u16(at + PREFERENCE), in.u16(at + LIFETIME)));
            at += LOCATOR;
        }
        if (locators.size() < declared) {
            in.tooShort(LAYER, at, (long) (declared - locators.size()) * LOCATOR);
        }
        return new LocatorUpdate(in.u8(OPERATION), declared, locators);
    }
}
