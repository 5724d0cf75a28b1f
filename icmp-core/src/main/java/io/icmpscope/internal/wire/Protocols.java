package io.icmpscope.internal.wire;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one table of what can stand behind another header: a new tunnel is one class and one row here. */
public final class Protocols {

    private static final Layer IPV4 = new Layer("ipv4", Ipv4::read);
    private static final Layer IPV6 = new Layer("ipv6", Ipv6::read);
    private static final Layer VLAN = new Layer("vlan", Vlan::read);

    private static final Map<Integer, Layer> ROWS = new HashMap<>();

    static {
        ROWS.put(Protocol.etherType(0x0800), IPV4);
        ROWS.put(Protocol.etherType(0x86DD), IPV6);
        ROWS.put(Protocol.etherType(0x8100), VLAN);
        ROWS.put(Protocol.etherType(0x88A8), VLAN);
        ROWS.put(Protocol.etherType(0x9100), VLAN);
        ROWS.put(Protocol.etherType(0x9200), VLAN);
        ROWS.put(Protocol.etherType(0x9300), VLAN);

        ROWS.put(Protocol.ip(0), new Layer("hop-by-hop", Ipv6Extension::options));
        ROWS.put(Protocol.ip(43), new Layer("routing", Ipv6Extension::routing));
        ROWS.put(Protocol.ip(44), new Layer("fragment", Ipv6Extension::fragment));
        ROWS.put(Protocol.ip(51), new Layer("ah", Ipv6Extension::authentication));
        ROWS.put(Protocol.ip(60), new Layer("destination-options", Ipv6Extension::options));
        ROWS.put(Protocol.ip(135), new Layer("mobility", Ipv6Extension::options));
        ROWS.put(Protocol.ip(139), new Layer("hip", Ipv6Extension::options));
        ROWS.put(Protocol.ip(140), new Layer("shim6", Ipv6Extension::options));
    }

    private Protocols() {}

    /**
     * Finds how to get past a header.
     *
     * @param protocol a {@link Protocol} number
     * @return the row, or null when the protocol carries no ICMP that could be reached
     */
    public static @Nullable Layer layer(int protocol) {
        return ROWS.get(protocol);
    }
}
