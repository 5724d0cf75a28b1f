package io.icmpscope.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.IcmpPackets;
import io.icmpscope.message.ExtensionStructure;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.MplsLabelStack;
import io.icmpscope.message.MulticastListener;
import io.icmpscope.message.NeighborDiscovery;
import io.icmpscope.message.QuotedDatagram;
import io.icmpscope.message.TimeExceeded;
import io.icmpscope.message.Timestamp;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.PacketEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the benchmark of the readers reads is what the library says of the same messages in a capture. */
class MessageFamilyTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void theRecordsAreThoseOfTheLibrary(MessageFamily family) throws IOException {
        List<Sample> samples = family.samples();
        List<IcmpMessage> entries = packets(samples).stream()
                .map(entry -> {
                    assertEquals(List.of(), entry.problems(), () -> "of " + entry.message());
                    return entry.message();
                })
                .toList();
        assertEquals(
                IntStream.range(0, BenchmarkMessages.COUNT)
                        .mapToObj(i -> entries.get(i % samples.size()))
                        .toList(),
                records(family));
    }

    @ParameterizedTest
    @CsvSource({
        "ECHO, Echo",
        "ERRORS, DestinationUnreachable PacketTooBig ParameterProblem Redirect TimeExceeded",
        "NEIGHBORS, NeighborAdvertisement NeighborSolicitation",
        "ROUTERS, RedirectMessage RouterAdvertisement RouterAdvertisementV4 RouterSolicitation RouterSolicitationV4",
        "LISTENERS, Done Query QueryVersion2 Report ReportVersion2",
        "EXTENDED_ECHO, ExtendedEchoReply ExtendedEchoRequest",
        "LEGACY, AddressMask InformationQuery Timestamp"
    })
    void aFamilyHasEveryMessageThatItIsNamedAfter(MessageFamily family, String names) {
        TreeSet<String> found = new TreeSet<>();
        records(family).forEach(message -> found.add(message.getClass().getSimpleName()));
        assertEquals(names, String.join(" ", found));
    }

    @Test
    void theFieldsAreThoseThatWereWritten() {
        NeighborDiscovery.RouterAdvertisement router =
                first(MessageFamily.ROUTERS, NeighborDiscovery.RouterAdvertisement.class);
        assertEquals(4, router.options().size());
        MulticastListener.ReportVersion2 report =
                first(MessageFamily.LISTENERS, MulticastListener.ReportVersion2.class);
        assertEquals(2, report.records().size());
        assertEquals(1, report.records().get(1).sources().size());
        Timestamp timestamp = first(MessageFamily.LEGACY, Timestamp.class);
        assertEquals(0x21, timestamp.identifier());
    }

    @Test
    void anExtendedErrorHasItsQuoteAndItsLabels() {
        TimeExceeded error = first(MessageFamily.ERRORS, TimeExceeded.class);
        QuotedDatagram quoted = error.quoted();
        assertEquals(Route.outside(false, 2), quoted.destination());
        ExtensionStructure extensions = error.extensions();
        assertNotNull(extensions);
        assertEquals(2, extensions.objects().size());
        MplsLabelStack labels = (MplsLabelStack) extensions.objects().get(0);
        assertEquals(2, labels.entries().size());
    }

    private static List<IcmpMessage> records(MessageFamily family) {
        BenchmarkMessages messages = new BenchmarkMessages();
        messages.family = family;
        messages.generate();
        return IntStream.range(0, BenchmarkMessages.COUNT)
                .mapToObj(messages::read)
                .toList();
    }

    private static <T> T first(MessageFamily family, Class<T> kind) {
        return records(family).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    private List<PacketEntry> packets(List<Sample> samples) throws IOException {
        Path file = directory.resolve("family.pcap");
        FrameBuilder frames = new FrameBuilder();
        try (CaptureWriter out = CaptureFormat.PCAP.create(file)) {
            long clock = Traffic.START_MICROS;
            for (Sample sample : samples) {
                out.write(clock++, sample.frame(frames));
            }
        }
        List<PacketEntry> entries = new ArrayList<>();
        try (IcmpPackets packets = IcmpAnalyzer.packets(file, AnalysisOptions.defaults())) {
            for (PacketEntry entry = packets.next(); entry != null; entry = packets.next()) {
                entries.add(entry);
            }
        }
        return entries;
    }
}
