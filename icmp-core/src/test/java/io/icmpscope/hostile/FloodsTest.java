package io.icmpscope.hostile;

import static io.icmpscope.hostile.Flood.scattered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.LimitHit;
import io.icmpscope.report.Listing;
import io.icmpscope.report.Statistics.TypeCount;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * More of everything than any table holds. Counts stay exact, numbers of different things become estimates that say so, and
 * the report names each limit with about how much is left out. In 64 MiB the largest table has 213,827 entries, so that a
 * million packets, all different, do what ten million do.
 */
@SmallHeap
class FloodsTest {

    private static final int MOST = 1_000_000;
    private static final int MANY = 500_000;
    private static final int LESS = 100_000; // for tables of less than a thousand entries
    private static final String V4_HEAD = "4500 001c 0000 0000 40 01 0000";
    private static final String ECHO = V4_HEAD + "01000000 c0000202 0800 f7ff 0000 0000";

    @Test
    void aMillionSourcesOfPings() {
        IcmpReport report = Flood.report(MOST, ECHO, (packet, i) -> packet.putInt(12, scattered(i)));
        exact(report, MOST, 4, 8, 28L * MOST);
        estimated(report.statistics().sources(), MOST);
        estimated(report.echo().sessions(), MOST);
        assertEquals(kept(report), report.echo().sent(), "of the sessions that are kept");
        assertEquals(1, report.statistics().destinations().total());
        told(report, MOST, "source addresses", "pairs of addresses", "echo sessions", "detailed echo sessions");
    }

    /** Every identifier with every sequence number would be 2^32 requests; here each identifier with some of them. */
    @Test
    void allEchoIdentifiersWithManySequenceNumbers() {
        IcmpReport report = Flood.report(MANY, ECHO, (packet, i) -> {
            packet.putShort(24, (short) i).putShort(26, (short) (i >>> 16));
            Flood.keepChecksum(packet, 22, 0x0800, i, i >>> 16);
        });
        exact(report, MANY, 4, 8, 28L * MANY);
        assertEquals(65_536, report.echo().sessions().total(), "one for each identifier");
        assertFalse(report.echo().sessions().estimated());
        assertEquals(MANY, report.echo().sent());
        assertEquals(65_536, report.statistics().echoPairs().total());
        told(report, MANY, "detailed echo sessions", "remembered requests");
    }

    @Test
    void sessionsOfOneSourceByTheHundredThousand() {
        IcmpReport report = Flood.report(MANY, ECHO, (packet, i) -> {
            packet.putInt(16, 0x0A00_0000 + (i >>> 16)).putShort(24, (short) i);
            Flood.keepChecksum(packet, 22, 0x0800, i);
        });
        exact(report, MANY, 4, 8, 28L * MANY);
        estimated(report.echo().sessions(), MANY);
        assertEquals(kept(report), report.echo().sent(), "of the sessions that are kept");
        told(report, MANY, "echo sessions", "detailed echo sessions", "remembered requests");
    }

    @Test
    void errorsOfAsManySendersAboutAsManyFlows() {
        String quote = "4500 001c 0000 0000 40 11 0000 c0000202 c6336401 3039 0035 0008 0000";
        String error = "4500 0038 0000 0000 40 01 0000 01000000 c0000202 %s 0000 00000514" + quote;
        for (String typeAndCode : List.of("0301", "0304", "0b00", "0501", "0c00")) {
            IcmpReport report = Flood.report(
                    LESS,
                    String.format(error, typeAndCode),
                    (packet, i) -> packet.putInt(12, scattered(i)).putInt(44, scattered(~i)));
            exact(report, LESS, 4, Integer.parseInt(typeAndCode.substring(0, 2), 16), 56L * LESS);
            estimated(report.statistics().sources(), LESS);
            told(report, LESS, "source addresses", "pairs of addresses");
            boolean redirect = typeAndCode.startsWith("05");
            told(report, LESS, redirect ? "redirects" : "flows that errors are about");
        }
    }

    @Test
    void probesOfTraceroutesToAsManyPlaces() {
        String probe = "4500 001c 0000 0000 01 11 0000 c0000202 c6336401 3039 829a 0008 0000";
        IcmpReport report = Flood.report(
                LESS, probe, (packet, i) -> packet.putInt(12, scattered(i)).putInt(16, scattered(~i)));
        assertEquals(LESS, report.totalPackets());
        assertEquals(0, report.icmpPackets());
        told(report, LESS, "flows of probes");
    }

    @Test
    void neighborsOnALinkThatHasNoRoomForThem() {
        String solicitation = "60000000 0020 3a ff fe80000000000000 0000000000000001 ff020000000000000000000000000001"
                + "8700 0000 00000000 20010db8000000000000000000000000 0101 020000000001";
        IcmpReport report = Flood.report(
                LESS,
                solicitation,
                (packet, i) ->
                        packet.putInt(20, scattered(i)).putInt(60, scattered(i)).putInt(68, scattered(i)));
        exact(report, LESS, 6, 135, 72L * LESS);
        told(report, LESS, "source addresses", "neighbors");
    }

    @Test
    void routersOnALinkThatHasNoRoomForThem() {
        String advertisement = "60000000 0030 3a ff fe80000000000000 0000000000000001 ff020000000000000000000000000001"
                + "8600 0000 40000708 00000000 00000000 0304 40c0 00015180 00003840 00000000"
                + "20010db8000000000000000000000000";
        IcmpReport report = Flood.report(
                LESS,
                advertisement,
                (packet, i) -> packet.putInt(20, scattered(i)).putInt(76, scattered(i)));
        exact(report, LESS, 6, 134, 88L * LESS);
        told(report, LESS, "source addresses", "routers");
    }

    @Test
    void groupsThatAsManyListenersJoin() {
        String listening = "60000000 001c 3a 01 fe80000000000000 0000000000000001 ff020000000000000000000000000016"
                + "8f00 0000 0000 0001 0400 0000 ff020000000000000000000000000101";
        IcmpReport report = Flood.report(
                LESS, listening, (packet, i) -> packet.putInt(20, scattered(i)).putInt(64, scattered(i)));
        exact(report, LESS, 6, 143, 68L * LESS);
        told(report, LESS, "source addresses", "multicast groups");
    }

    @Test
    void firstFragmentsWhoseRestNeverComes() {
        String first = "4500 001c 0000 2000 40 01 0000 c0000201 c0000202 0800 f7ff 0000 0000";
        IcmpReport report = Flood.report(
                MANY, first, (packet, i) -> packet.putInt(12, scattered(i)).putShort(4, (short) i));
        assertEquals(MANY, report.totalPackets());
        assertEquals(0, report.icmpPackets());
        assertEquals(MANY, report.capture().incompleteFragments(), "every one is counted");
    }

    @Test
    void fragmentsOfOneDatagramThatLeaveHolesOverlapAndNeverEnd() {
        String part = "4500 001c 0001 2000 40 01 0000 c0000201 c0000202 0800 f7ff 0000 0000";
        IcmpReport report =
                Flood.report(MANY, part, (packet, i) -> packet.putShort(6, (short) (0x2000 | (scattered(i) >>> 19))));
        assertEquals(MANY, report.totalPackets());
        assertEquals(0, report.icmpPackets());
    }

    @Test
    void laterFragmentsOfLargeDatagramsThatNeverBegin() {
        String later = "60000000 0588 2c 40 20010db8000000000000000000000001 20010db8000000000000000000000002"
                + "3a 00 fff0 00000000" + "00".repeat(0x580);
        IcmpReport report = Flood.report(LESS, later, (packet, i) -> packet.putInt(44, i));
        assertEquals(LESS, report.totalPackets());
        assertEquals(0, report.icmpPackets());
    }

    /** Totals are exact whatever the tables hold. */
    private static void exact(IcmpReport report, int packets, int version, int type, long bytes) {
        assertEquals(packets, report.totalPackets());
        assertEquals(packets, report.icmpPackets());
        List<TypeCount> types = report.statistics().byType();
        assertEquals(1, types.size(), types::toString);
        TypeCount only = types.get(0);
        assertEquals(List.of(version, type), List.of(only.icmpVersion(), only.icmpType()));
        assertEquals(packets, only.count());
        assertEquals(bytes, only.bytes());
    }

    /** How many sessions there is room for. */
    private static int kept(IcmpReport report) {
        return report.options().limits().sessions();
    }

    /** Estimates are marked, and near. */
    private static void estimated(Listing<?> list, int there) {
        assertTrue(list.estimated());
        near(there, list.total());
        assertTrue(list.entries().size() <= Opened.ALL.maxListed());
    }

    private static void near(long there, long said) {
        assertTrue(Math.abs(said - there) <= there / 5, () -> said + " for " + there);
    }

    /** Limits are named, with what they are and about how much is left out; nothing is left out that was not there. */
    private static void told(IcmpReport report, int packets, String... names) {
        TreeMap<String, LimitHit> limits = new TreeMap<>();
        report.limitsHit().forEach(hit -> limits.put(hit.limit(), hit));
        for (String name : names) {
            assertTrue(limits.containsKey(name), () -> name + " is not among " + limits.keySet());
        }
        for (LimitHit hit : report.limitsHit()) {
            assertTrue(hit.value() > 0 && hit.omitted() > 0, hit::toString);
            assertTrue(hit.omitted() <= 2.5 * packets, hit::toString);
        }
    }
}
