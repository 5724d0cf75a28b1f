package io.icmpscope.internal.wire;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one table of link types.
 *
 * @see <a href="https://www.tcpdump.org/linktypes.html">Link-layer header types</a>
 */
public final class LinkTypes {

    private record Row(String name, Layer layer) {}

    private static final Map<Integer, Row> ROWS = new HashMap<>();

    static {
        Layer raw = new Layer("raw", RawIp::read);
        Layer loopback = new Layer("loopback", Loopback::read);
        row(0, "NULL", loopback);
        row(1, "ETHERNET", new Layer("ethernet", Ethernet::read));
        row(12, "RAW", raw); // DLT_RAW of most systems, written by mistake
        row(14, "RAW", raw); // DLT_RAW of OpenBSD, likewise
        row(101, "RAW", raw);
        row(108, "LOOP", loopback);
        row(113, "LINUX_SLL", new Layer("sll", LinuxSll::read));
        row(228, "IPV4", raw);
        row(229, "IPV6", raw);
        row(276, "LINUX_SLL2", new Layer("sll2", LinuxSll2::read));
    }

    private LinkTypes() {}

    private static void row(int linkType, String name, Layer layer) {
        ROWS.put(linkType, new Row(name, layer));
    }

    /**
     * Finds how to get past the header that frames of a link type begin with.
     *
     * @param linkType a LINKTYPE number
     * @return the row, or null when the link type is not decoded
     */
    public static @Nullable Layer layer(int linkType) {
        Row row = ROWS.get(linkType);
        return row == null ? null : row.layer;
    }

    /**
     * Names a link type.
     *
     * @param linkType a LINKTYPE number
     * @return its name without the prefix, or {@code "LINKTYPE n"}
     */
    public static String name(int linkType) {
        Row row = ROWS.get(linkType);
        return row == null ? "LINKTYPE " + linkType : row.name;
    }
}
