package io.icmpscope.internal.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.internal.wire.LinkTypes;
import io.icmpscope.message.Echo;
import io.icmpscope.report.ChecksumStatus;
import io.icmpscope.report.PacketEntry;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of frames, row by row, and that they are complete. */
class SampleFramesTest {

    @ParameterizedTest
    @MethodSource("io.icmpscope.internal.packet.SampleFrame#linkTypes")
    void everyLinkTypeIsGonePast(SampleFrame row) throws IOException {
        assertEcho(row);
    }

    @ParameterizedTest
    @MethodSource("io.icmpscope.internal.packet.SampleFrame#tunnels")
    void everyTagAndEveryTunnelIsGonePast(SampleFrame row) throws IOException {
        assertEcho(row);
    }

    /** Trap 20. */
    @ParameterizedTest
    @MethodSource("io.icmpscope.internal.packet.SampleFrame#tunnels")
    void trap20AddressesAreThoseOfTheInnermostHeader(SampleFrame row) throws IOException {
        PacketEntry packet = Decoded.frames(row.linkType(), row.bytes()).only();
        assertEquals(row.source(), packet.source().toString());
        assertEquals(row.destination(), packet.destination().toString());
        assertEquals(64, packet.ttl());
    }

    /** Under the capture's own numbers and those that some systems write by mistake. */
    @Test
    void noLinkTypeIsWithoutAFrame() {
        Set<Integer> shown = SampleFrame.all().map(SampleFrame::linkType).collect(Collectors.toSet());
        IntStream.range(0, 1024)
                .filter(linkType -> LinkTypes.layer(linkType) != null)
                .forEach(linkType -> assertTrue(shown.contains(linkType), LinkTypes.name(linkType)));
    }

    private static void assertEcho(SampleFrame row) throws IOException {
        PacketEntry packet = Decoded.frames(row.linkType(), row.bytes()).only();
        assertEquals(row.path(), String.join(", ", packet.path()));
        assertEquals(row.source(), packet.source().toString());
        assertEquals(row.destination(), packet.destination().toString());
        assertEquals(new Echo(0x1234, 7, 0), packet.message());
        assertEquals(row.isIpv6() ? 128 : 8, packet.icmpType());
        assertEquals(ChecksumStatus.GOOD, packet.checksumStatus());
    }
}
