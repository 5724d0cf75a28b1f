package io.icmpscope;

import static io.icmpscope.handmade.Bytes.cut;
import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Pcapng;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Ethernet frames at times, mostly ICMP, to be written into a capture file of any kind. */
public record Traffic(List<Sighting> sightings) {

    private static final byte[] TO_IPV4 = hex("020000000002 020000000001 0800");
    private static final byte[] TO_IPV6 = hex("020000000002 020000000001 86dd");
    private static final byte[] TO_VLAN = hex("020000000002 020000000001 8100 0005 0800");

    /** A frame as it was captured. */
    public record Sighting(long micros, int wireBytes, byte[] frame) {}

    public byte[] pcap(ByteOrder order, boolean nanoseconds) {
        Pcap file = Pcap.in(order);
        int unit = nanoseconds ? 1000 : 1;
        Pcap chosen = nanoseconds ? file.nanoseconds() : file;
        for (Sighting seen : sightings) {
            long fraction = seen.micros % 1_000_000 * unit;
            chosen.record(seen.micros / 1_000_000, fraction, seen.frame.length, seen.wireBytes, seen.frame);
        }
        return chosen.bytes();
    }

    /** Of ticks of 10^-digits seconds. */
    public byte[] pcapng(ByteOrder order, int digits) {
        Pcapng file = Pcapng.in(order).section();
        file.iface(1, 262_144, file.resolution(digits));
        long unit = (long) Math.pow(10, digits - 6);
        for (Sighting seen : sightings) {
            file.packet(0, seen.micros * unit, seen.frame.length, seen.wireBytes, seen.frame);
        }
        return file.bytes();
    }

    /** With no time for every so manieth frame that was not cut: a simple packet block has none. */
    public byte[] pcapngWithGaps(int every) {
        Pcapng file = Pcapng.littleEndian().section();
        file.iface(1, 262_144);
        for (int i = 0; i < sightings.size(); i++) {
            Sighting seen = sightings.get(i);
            if (i % every == every - 1 && seen.frame.length == seen.wireBytes) {
                file.simple(seen.wireBytes, seen.frame);
            } else {
                file.packet(0, seen.micros, seen.frame.length, seen.wireBytes, seen.frame);
            }
        }
        return file.bytes();
    }

    /** Up to so many frames of scenes that overlap; now and then the clock is set back. */
    public static Arbitrary<Traffic> any(int maxFrames) {
        return scenes().list()
                .ofMaxSize(maxFrames)
                .withSizeDistribution(RandomDistribution.uniform())
                .map(scenes -> {
                    List<Sighting> inTime = new ArrayList<>();
                    long start = 1_700_000_000_000_000L;
                    for (Scene scene : scenes) {
                        start += scene.gap;
                        scene.playFrom(start, inTime);
                    }
                    inTime.sort(Comparator.comparingLong(Sighting::micros));
                    return new Traffic(setBack(inTime.subList(0, Math.min(maxFrames, inTime.size()))));
                });
    }

    /** The frames of a scene: how long after the one before it begins, and how much time is between its frames. */
    private record Scene(long gap, List<byte[]> frames, List<Long> delays, int captured) {

        void playFrom(long start, List<Sighting> sightings) {
            long now = start;
            for (int i = 0; i < frames.size(); i++) {
                byte[] frame = frames.get(i);
                now += delays.get(i);
                sightings.add(new Sighting(now, frame.length, cut(frame, Math.min(captured, frame.length))));
            }
        }
    }

    private static Arbitrary<Scene> scenes() {
        Arbitrary<Long> delays = Arbitraries.of(0L, 1L, 500L, 500L, 20_000L, 20_000L, 1_000_000L, 5_000_000L);
        return Combinators.combine(
                        Arbitraries.of(0L, 1L, 500L, 20_000L, 1_000_000L, 5_000_000L, 500_000_000L),
                        frames(),
                        delays.list().ofSize(4),
                        Arbitraries.of(400, 400, 400, 400, 400, 400, 400, 60, 45, 20))
                .as(Scene::new);
    }

    private static Arbitrary<List<byte[]>> frames() {
        Arbitrary<List<byte[]>> packets = Combinators.combine(TrafficPackets.scenes(), Arbitraries.of(true, false))
                .as((scene, tagged) -> scene.stream()
                        .map(packet ->
                                join(TrafficPackets.isSix(packet) ? TO_IPV6 : tagged ? TO_VLAN : TO_IPV4, packet))
                        .toList());
        return Arbitraries.frequencyOf(
                Tuple.of(12, packets),
                Tuple.of(
                        1, Arbitraries.bytes().array(byte[].class).ofMaxSize(80).map(List::of)));
    }

    /** After some frames, which their times choose, the clock shows a third of a second less. */
    private static List<Sighting> setBack(List<Sighting> inTime) {
        List<Sighting> shown = new ArrayList<>();
        long less = 0;
        for (Sighting seen : inTime) {
            less += seen.micros % 23 == 0 ? 300_000 : 0;
            shown.add(new Sighting(seen.micros - less, seen.wireBytes, seen.frame));
        }
        return shown;
    }
}
