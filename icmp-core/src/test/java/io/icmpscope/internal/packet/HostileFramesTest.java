package io.icmpscope.internal.packet;

import static io.icmpscope.handmade.Bytes.cut;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.internal.wire.LinkTypes;
import io.icmpscope.report.PacketEntry;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No frame makes the decoder throw or find what is not there, wherever it was cut and whatever is in it. */
class HostileFramesTest {

    private static final List<SampleFrame> ROWS = SampleFrame.all().toList();

    private static final List<Integer> LINK_TYPES = IntStream.range(0, 1024)
            .filter(linkType -> LinkTypes.layer(linkType) != null)
            .boxed()
            .toList();

    @ParameterizedTest
    @MethodSource("io.icmpscope.internal.packet.SampleFrame#all")
    void aFrameCutAnywhereGivesItsOwnMessageOrNone(SampleFrame row) throws IOException {
        Pcap capture = Pcap.bigEndian().network(row.linkType());
        for (int length = 0; length <= row.bytes().length; length++) {
            capture.record(1, 0, length, row.bytes().length, cut(row.bytes(), length));
        }
        List<PacketEntry> packets = Decoded.capture(capture).packets();
        for (PacketEntry packet : packets) {
            assertEquals(row.path(), String.join(", ", packet.path()), "frame " + packet.frameNumber());
            assertEquals(row.source(), packet.source().toString());
            assertEquals(row.isIpv6() ? 128 : 8, packet.icmpType());
        }
        assertTrue(packets.size() >= 8, "a message of eight bytes was found only " + packets.size() + " times");
    }

    @ParameterizedTest
    @MethodSource("io.icmpscope.internal.packet.SampleFrame#all")
    void aFrameThatIsShortOnTheWireGivesItsOwnMessageOrNone(SampleFrame row) throws IOException {
        Pcap capture = Pcap.bigEndian().network(row.linkType());
        for (int length = 0; length <= row.bytes().length; length++) {
            capture.record(1, 0, cut(row.bytes(), length));
        }
        for (PacketEntry packet : Decoded.capture(capture).packets()) {
            assertEquals(row.source(), packet.source().toString(), "frame " + packet.frameNumber());
            assertEquals(row.isIpv6() ? 128 : 8, packet.icmpType());
        }
    }

    @Property
    void randomBytesBehindAnyLinkTypeNeverThrow(@ForAll @Size(max = 300) byte[] frame) throws IOException {
        for (int linkType : LINK_TYPES) {
            Decoded.frames(linkType, frame);
        }
    }

    @Property(tries = 20_000)
    void aFrameWithSomeBytesChangedNeverThrows(@ForAll("changed") SampleFrame row) throws IOException {
        Decoded decoded = Decoded.frames(row.linkType(), row.bytes());
        Statistics.label("message").collect(decoded.isEmpty() ? "none" : "some");
        Statistics.label("message").coverage(c -> {
            c.check("some").percentage(p -> p > 10.0);
            c.check("none").percentage(p -> p > 10.0);
        });
    }

    @Provide
    Arbitrary<SampleFrame> changed() {
        Arbitrary<List<Integer>> changes =
                Arbitraries.integers().between(0, 0xFFFFFF).list().ofMaxSize(4);
        return Combinators.combine(Arbitraries.of(ROWS), changes).as(HostileFramesTest::change);
    }

    private static SampleFrame change(SampleFrame row, List<Integer> changes) {
        byte[] bytes = row.bytes().clone();
        for (int change : changes) {
            bytes[(change >>> 8) % bytes.length] = (byte) change;
        }
        return new SampleFrame(row.name(), row.linkType(), row.path(), bytes);
    }
}
