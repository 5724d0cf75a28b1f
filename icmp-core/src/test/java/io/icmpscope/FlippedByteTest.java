package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.report.PacketEntry;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** A flipped byte changes at most the packet that it belongs to; when it is of a length, at most that and what follows. */
class FlippedByteTest {

    /** What tells of other frames: numbers that move on when a frame is passed over, and links between messages. */
    private static final Set<String> OF_OTHERS =
            Set.of("packetNumber", "frameNumber", "frameInFile", "rtt", "requestFrame", "replyFrame", "fragments");

    /** A capture, and the bytes of one of its records or blocks. */
    private record Place(byte[] capture, int from, int to, boolean ng) {

        /** Whether a byte of it says how long something is: pcap's captured length, or one of the three of a block. */
        boolean isLength(int at) {
            int index = at - from;
            return ng ? index >= 4 && index < 8 || index >= 20 && index < 24 || at >= to - 4 : index >= 8 && index < 12;
        }
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReportMode.OFF)
    void aFlippedByteChangesAtMostItsOwnPacket(
            @ForAll("traffic") Traffic traffic,
            @ForAll boolean ng,
            @ForAll @IntRange(max = 1_000_000) int which,
            @ForAll @IntRange(max = 1_000_000) int where,
            @ForAll @IntRange(min = 1, max = 255) int flip)
            throws IOException {
        int frame = which % traffic.sightings().size();
        Place place = place(traffic, frame, ng);
        int at = place.from + where % (place.to - place.from);
        byte[] flipped = place.capture.clone();
        flipped[at] ^= (byte) flip;
        List<PacketEntry> before = DamageTest.messages(place.capture);
        List<PacketEntry> after = DamageTest.messages(flipped);
        List<List<Object>> first = own(
                before.stream().filter(entry -> entry.frameNumber() <= frame).toList());
        List<List<Object>> last = own(before.stream()
                .filter(entry -> entry.frameNumber() > frame + 1L)
                .toList());
        List<List<Object>> all = own(after);
        assertTrue(all.size() >= first.size(), "what was before the byte is there");
        assertEquals(first, all.subList(0, first.size()));
        boolean length = place.isLength(at);
        if (!length) {
            assertTrue(all.size() >= first.size() + last.size(), "what is behind its packet is there too");
            assertEquals(last, all.subList(all.size() - last.size(), all.size()));
        }
        collect(length, before.equals(after), first.size() + last.size() > 2);
    }

    private static void collect(boolean length, boolean same, boolean others) {
        Statistics.label("byte").collect(length ? "of a length" : "of anything else");
        Statistics.label("its packet").collect(same ? "as it was" : "changed");
        Statistics.label("others").collect(others ? "some" : "few");
        Statistics.label("byte").coverage(c -> {
            c.check("of a length").percentage(share -> share > 5);
            c.check("of anything else").percentage(share -> share > 60);
        });
        Statistics.label("its packet").coverage(c -> {
            c.check("changed").percentage(share -> share > 30);
            c.check("as it was").percentage(share -> share > 5);
        });
        Statistics.label("others").coverage(c -> c.check("some").percentage(share -> share > 70));
    }

    private static Place place(Traffic traffic, int frame, boolean ng) {
        int from = bytes(new Traffic(traffic.sightings().subList(0, frame)), ng).length;
        int to = bytes(new Traffic(traffic.sightings().subList(0, frame + 1)), ng).length;
        return new Place(bytes(traffic, ng), from, to, ng);
    }

    private static byte[] bytes(Traffic traffic, boolean ng) {
        return ng ? traffic.pcapng(ByteOrder.LITTLE_ENDIAN, 6) : traffic.pcap(ByteOrder.BIG_ENDIAN, false);
    }

    /** What entries say of their own frames; without messages of several frames, of which the changed one may be one. */
    private static List<List<Object>> own(List<PacketEntry> entries) {
        List<List<Object>> own = new ArrayList<>();
        for (PacketEntry entry : entries) {
            if (entry.fragments().size() <= 1) {
                List<Object> values = new ArrayList<>();
                for (RecordComponent component : PacketEntry.class.getRecordComponents()) {
                    if (!OF_OTHERS.contains(component.getName())) {
                        values.add(component.getName() + ": " + value(component, entry));
                    }
                }
                own.add(values);
            }
        }
        return own;
    }

    private static Object value(RecordComponent component, PacketEntry of) {
        try {
            return String.valueOf(component.getAccessor().invoke(of));
        } catch (ReflectiveOperationException hidden) {
            throw new AssertionError(component.toString(), hidden);
        }
    }

    @Provide
    Arbitrary<Traffic> traffic() {
        return Traffic.any(20).filter(traffic -> !traffic.sightings().isEmpty());
    }
}
