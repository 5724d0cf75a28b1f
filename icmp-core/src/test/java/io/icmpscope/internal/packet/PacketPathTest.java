package io.icmpscope.internal.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.internal.wire.Cursor;
import io.icmpscope.internal.wire.Fault;
import io.icmpscope.internal.wire.Layer;
import org.junit.jupiter.api.Test;

class PacketPathTest {

    @Test
    void aHeaderBehindTheInnermostIpHeaderIsItsOwn() {
        assertEquals(true, path("ethernet", "ipv6", "hop-by-hop", "fragment").innermostHas("fragment"));
        assertEquals(false, path("ethernet", "ipv6", "hop-by-hop").innermostHas("fragment"));
    }

    @Test
    void aHeaderOfATunnelIsNot() {
        assertEquals(false, path("ethernet", "ipv6", "fragment", "ipv6").innermostHas("fragment"));
        assertEquals(false, path("ethernet", "ipv4", "ipv6").innermostHas("fragment"));
    }

    private static PacketPath path(String... words) {
        PacketPath path = new PacketPath();
        for (String word : words) {
            path.add(new Layer(word, (bytes, cursor) -> Fault.NONE), Cursor.NONE);
        }
        return path;
    }
}
