package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.RouterAdvertisementV4;
import io.icmpscope.message.RouterAdvertisementV4.Extension;
import io.icmpscope.message.RouterAdvertisementV4.Router;
import java.util.ArrayList;
import java.util.List;

/** Router advertisement of ICMPv4: RFC 1256 section 3, with the extensions of RFC 5944 section 2.1 behind it. */
final class RouterAdvertisementV4Reader {

    private static final String LAYER = "router-advertisement";

    private static final int ADDRESSES = 4; // offsets in the message
    private static final int ENTRY_WORDS = 5;
    private static final int LIFETIME = 6;

    private static final int LEAST_ENTRY = 8; // bytes: address and preference
    private static final int PREFERENCE = 4; // offset in an entry

    private static final int PADDING = 0; // the one extension that is a single byte
    private static final int EXTENSION_HEADER = 2; // bytes: type and length

    private RouterAdvertisementV4Reader() {}

    static IcmpMessage read(MessageBytes in) {
        int count = in.u8(ADDRESSES);
        int entry = in.u8(ENTRY_WORDS) * 4;
        List<Router> routers = new ArrayList<>();
        List<Extension> extensions = new ArrayList<>();
        if (entry < LEAST_ENTRY) {
            in.problem(LAYER, ENTRY_WORDS, LEAST_ENTRY, entry, "its entries are too small for an address");
        } else if (readRouters(in, count, entry, routers)) {
            readExtensions(in, Icmp.BODY + count * entry, extensions);
        }
        return new RouterAdvertisementV4(in.u16(LIFETIME), routers, extensions);
    }

    private static boolean readRouters(MessageBytes in, int count, int entry, List<Router> routers) {
        int at = Icmp.BODY;
        for (int i = 0; i < count; i++) {
            if (!in.has(at, entry)) {
                in.tooShort(LAYER, at, (long) (count - i) * entry);
                return false;
            }
            routers.add(new Router(in.ipv4(at), in.i32(at + PREFERENCE)));
            at += entry;
        }
        return true;
    }

    private static void readExtensions(MessageBytes in, int first, List<Extension> extensions) {
        int at = first;
        while (in.has(at, 1)) {
            if (in.u8(at) == PADDING) {
                at++;
                continue;
            }
            int length = in.has(at, EXTENSION_HEADER) ? EXTENSION_HEADER + in.u8(at + 1) : EXTENSION_HEADER;
            if (!in.has(at, length)) {
                in.tooShort(LAYER, at, length);
                return;
            }
            extensions.add(new Extension(in.u8(at), length - EXTENSION_HEADER));
            at += length;
        }
    }
}
