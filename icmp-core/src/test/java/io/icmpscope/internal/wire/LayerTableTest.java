package io.icmpscope.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class LayerTableTest {

    private static Layer layer(int number) {
        return new Layer("layer " + number, (bytes, cursor) -> Fault.NONE);
    }

    @Test
    void everyRowIsFoundAgainAndNoOther() {
        LayerTable table = new LayerTable();
        Layer[] layers = new Layer[256];
        for (int protocol = 0; protocol < 256; protocol++) {
            layers[protocol] = layer(protocol);
            assertSame(layers[protocol], table.put(protocol * 0x1_0001, layers[protocol]));
        }
        for (int protocol = 0; protocol < 256; protocol++) {
            assertSame(layers[protocol], table.get(protocol * 0x1_0001));
            assertNull(table.get(protocol * 0x1_0001 + 0x100));
        }
        assertThrows(IllegalStateException.class, () -> table.put(-1, layer(256)), "half of it is full");
    }

    @Test
    void theRowThatIsThereStays() {
        LayerTable table = new LayerTable();
        Layer first = layer(1);
        table.put(7, first);
        assertSame(first, table.put(7, layer(2)));
        assertSame(first, table.get(7));
    }

    @Test
    void aRowIsIpWhenItsWordIs() {
        assertEquals(true, Protocols.passed("ipv4").isIp());
        assertEquals(true, Protocols.passed("ipv6").isIp());
        assertEquals(false, Protocols.passed("udp").isIp());
        assertEquals(false, layer(1).isIp());
    }

    @Test
    void aRowOfWhichOnlyTheWordIsKnownReadsNothing() {
        assertSame(Fault.CUT_BY_CAPTURE, Protocols.passed("udp").header().read(ByteBuffer.allocate(8), new Cursor()));
    }

    @Test
    void linkTypesHaveTheNamesOfTheirList() {
        assertEquals("ETHERNET", LinkTypes.name(1));
        assertEquals("LINUX_SLL2", LinkTypes.name(276));
        assertEquals("LINKTYPE 511", LinkTypes.name(511));
        assertEquals("LINKTYPE 512", LinkTypes.name(512));
        assertEquals("LINKTYPE -1", LinkTypes.name(-1));
        assertNull(LinkTypes.layer(512));
        assertNull(LinkTypes.layer(189), "USB is named and not read");
    }

    @Test
    void aLinkTypeHasSixteenBits() {
        assertEquals(0, Protocol.asLinkType(Protocol.linkType(0)));
        assertEquals(65_535, Protocol.asLinkType(Protocol.linkType(65_535)));
        assertEquals(-1, Protocol.asLinkType(Protocol.etherType(1)));
        assertEquals(Protocol.NONE, Protocol.linkType(65_536));
        assertEquals(Protocol.NONE, Protocol.linkType(-1));
    }
}
