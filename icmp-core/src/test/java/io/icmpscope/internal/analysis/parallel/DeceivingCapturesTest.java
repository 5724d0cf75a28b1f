package io.icmpscope.internal.analysis.parallel;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.number;
import static io.icmpscope.handmade.Bytes.zeros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Traffic;
import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Pcapng;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.Executor;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Captures that were made so that whoever begins to read in their middle is mistaken. They cost time, and nothing else. */
class DeceivingCapturesTest {

    private static final Executor AT_ONCE = Runnable::run;
    private static final byte[] TO_UDP = hex("020000000002 020000000001 0800");

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void recordsInPayloadsAreNoRecords(
            @ForAll("traffic") Traffic traffic, @ForAll @IntRange(min = 100, max = 900) int stretchBytes)
            throws IOException {
        byte[] hidden = traffic.pcap(ByteOrder.LITTLE_ENDIAN, false);
        Pcap file = Pcap.littleEndian();
        for (int i = 0; i < 20; i++) {
            byte[] frame = udp(Arrays.copyOfRange(hidden, 24, hidden.length));
            file.record(1_700_000_000L + i, 0, frame);
        }
        same(file.bytes(), stretchBytes);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void blocksInPayloadsAreNoBlocks(
            @ForAll("traffic") Traffic traffic, @ForAll @IntRange(min = 100, max = 900) int stretchBytes)
            throws IOException {
        byte[] hidden = traffic.pcapng(ByteOrder.LITTLE_ENDIAN, 6);
        Pcapng file = Pcapng.littleEndian();
        file.iface(1, 0);
        for (int i = 0; i < 20; i++) {
            byte[] frame = join(udp(new byte[2]), hidden); // blocks begin at multiples of four
            file.packet(0, 1_700_000_000_000_000L + i, frame);
        }
        same(file.bytes(), stretchBytes);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void interfacesAndSectionsInTheMiddleChangeWhatFollows(
            @ForAll("traffic") Traffic traffic, @ForAll @IntRange(min = 100, max = 900) int stretchBytes)
            throws IOException {
        Pcapng file = Pcapng.littleEndian();
        file.iface(1, 262_144);
        int seen = 0;
        int iface = 0;
        for (Traffic.Sighting sighting : traffic.sightings()) {
            seen++;
            if (seen % 11 == 0) {
                file.iface(seen % 2 == 0 ? 1 : 101, 262_144, file.resolution(seen % 3 == 0 ? 9 : 6));
                iface++;
            }
            if (seen % 37 == 0) {
                file.order(seen % 2 == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
                        .section()
                        .iface(1, 262_144);
                iface = 0;
            }
            if (seen % 13 == 0) {
                file.statistics(0, file.option(4, number(ByteOrder.LITTLE_ENDIAN, 8, seen)));
            }
            int named = seen % 29 == 0 ? iface + 1 : iface;
            file.packet(named, sighting.micros(), sighting.frame().length, sighting.wireBytes(), sighting.frame());
        }
        same(file.bytes(), stretchBytes);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void damageIsToldInTheSameWords(
            @ForAll("traffic") Traffic traffic,
            @ForAll boolean next,
            @ForAll @IntRange(min = 100, max = 900) int stretchBytes,
            @ForAll @IntRange(min = 24, max = 20_000) int damagedAt,
            @ForAll byte damage,
            @ForAll @IntRange(min = 0, max = 40) int missing)
            throws IOException {
        byte[] capture =
                next ? traffic.pcapng(ByteOrder.LITTLE_ENDIAN, 6) : traffic.pcap(ByteOrder.LITTLE_ENDIAN, false);
        byte[] cut = Arrays.copyOf(capture, Math.max(24, capture.length - missing));
        if (damagedAt < cut.length && !next || damagedAt > 60 && damagedAt < cut.length) {
            cut[damagedAt] = damage;
        }
        same(cut, stretchBytes);
    }

    @Test
    void aRecordLongerThanAStretchHidesAllThatIsInIt() throws IOException {
        Pcap inner = Pcap.littleEndian();
        for (int i = 0; i < 100; i++) {
            inner.record(
                    1_700_000_000L,
                    i,
                    hex("020000000002 020000000001 0800 4500001c 00000000 40010000 0a000001"
                            + " 0a000002 0800f7ff 00000000"));
        }
        byte[] hidden = inner.bytes();
        Pcap file = Pcap.littleEndian();
        for (int i = 0; i < 3; i++) {
            file.record(1_700_000_000L, i, join(udp(zeros(1)), hidden));
        }
        Together together = Together.of(file.bytes(), 2, AT_ONCE, 500);
        assertEquals(0, together.report().icmpPackets());
        same(file.bytes(), 500);
    }

    @Test
    void framesThatFollowPlainlyAreNotReadTwice() throws IOException {
        Pcap file = Pcap.littleEndian();
        for (int i = 0; i < 1_000; i++) {
            file.record(1_700_000_000L, i, udp(zeros(100)));
        }
        assertTrue(Together.of(file.bytes(), 2, AT_ONCE, 5_000).taken() > 20);
        same(file.bytes(), 5_000);
    }

    private static void same(byte[] capture, int stretchBytes) throws IOException {
        assertEquals(
                Together.alone(capture),
                Together.of(capture, 3, AT_ONCE, stretchBytes).report());
    }

    /** A frame of UDP over IPv4 whose checksums nobody looks at. */
    private static byte[] udp(byte[] payload) {
        int length = Math.min(65_535, 28 + payload.length);
        return join(
                TO_UDP,
                hex("4500"),
                number(ByteOrder.BIG_ENDIAN, 2, length),
                hex("0000 0000 4011 0000 0a000001 0a000002 1234 5678"),
                number(ByteOrder.BIG_ENDIAN, 2, length - 20),
                hex("0000"),
                payload);
    }

    @Provide
    Arbitrary<Traffic> traffic() {
        return Traffic.any(60);
    }
}
