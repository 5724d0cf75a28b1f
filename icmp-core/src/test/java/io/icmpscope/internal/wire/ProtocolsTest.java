package io.icmpscope.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProtocolsTest {

    @Test
    void aPortIsATunnelsWhenWhatStandsBehindItIsKnown() {
        int[] known = IntStream.range(0, 65_536)
                .filter(port -> Protocols.layer(Protocol.udpPort(port)) != null)
                .toArray();
        assertTrue(known.length > 10);
        for (int port = 0; port < 65_536; port++) {
            int asked = port;
            assertEquals(
                    IntStream.of(known).anyMatch(tunnel -> tunnel == asked), Protocols.isTunnelPort(port), "" + port);
        }
    }

    @Test
    void aRowIsMadeOnce() {
        assertSame(Protocols.layer(Protocol.ip(4)), Protocols.layer(Protocol.ip(4)));
        assertSame(LinkTypes.layer(1), LinkTypes.layer(1));
    }
}
