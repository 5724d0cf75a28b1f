package io.icmpscope;

import static io.icmpscope.handmade.Bytes.cut;
import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.slice;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Pcapng;
import io.icmpscope.handmade.Ping;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Ethernet frames at times, mostly ICMP, to be written into a capture file of any kind. */
record Traffic(List<Sighting> sightings) {

    private static final byte[] TO_IPV4 = hex("020000000002 020000000001 0800");
    private static final byte[] TO_IPV6 = hex("020000000002 020000000001 86dd");
    private static final byte[] TO_VLAN = hex("020000000002 020000000001 8100 0005 0800");

    private static final byte[] TCP =
            hex("45 00 0028 0001 0000 40 06 0000 c0000201 c0000202", "04d2 0050 00000001 00000000 5002 ffff 0000 0000");

    /** A destination unreachable of a router, which quotes a ping. RFC 792. */
    private static final byte[] UNREACHABLE = join(
            hex("45 00 0038 0001 0000 40 01 0000 cb007101 c0000201", "03 01 0000 00000000"),
            slice(Ping.between("192.0.2.1", "192.0.2.2").request(1), 0, 28));

    private static final byte[] FIRST_FRAGMENT =
            hex("45 00 001c 0007 2000 40 01 0000 c0000201 c0000202", "08 00 0000 1234 0001");
    private static final byte[] LAST_FRAGMENT =
            hex("45 00 001c 0007 0001 40 01 0000 c0000201 c0000202", "6162636465666768");

    /** A frame as it was captured. */
    record Sighting(long micros, int wireBytes, byte[] frame) {}

    byte[] pcap(ByteOrder order, boolean nanoseconds) {
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
    byte[] pcapng(ByteOrder order, int digits) {
        Pcapng file = Pcapng.in(order).section();
        file.iface(1, 262_144, file.resolution(digits));
        long unit = (long) Math.pow(10, digits - 6);
        for (Sighting seen : sightings) {
            file.packet(0, seen.micros * unit, seen.frame.length, seen.wireBytes, seen.frame);
        }
        return file.bytes();
    }

    static Arbitrary<Traffic> any(int maxFrames) {
        Arbitrary<Long> gaps = Arbitraries.of(0L, 1L, 500L, 20_000L, 1_000_000L, 5_000_000L);
        Arbitrary<Tuple.Tuple2<Long, Sighting>> later = Combinators.combine(
                        gaps, frames(), Arbitraries.of(400, 400, 400, 400, 400, 60, 45, 20))
                .as((gap, frame, captured) -> {
                    byte[] kept = cut(frame, Math.min(captured, frame.length));
                    return Tuple.of(gap, new Sighting(0, frame.length, kept));
                });
        return later.list()
                .ofMaxSize(maxFrames)
                .withSizeDistribution(RandomDistribution.uniform())
                .map(seen -> {
                    List<Sighting> sightings = new ArrayList<>();
                    long now = 1_700_000_000_000_000L;
                    for (Tuple.Tuple2<Long, Sighting> next : seen) {
                        now += next.get1();
                        sightings.add(new Sighting(now, next.get2().wireBytes, next.get2().frame));
                    }
                    return new Traffic(sightings);
                });
    }

    private static Arbitrary<byte[]> frames() {
        return Arbitraries.frequencyOf(
                Tuple.of(8, pings()),
                Tuple.of(2, Arbitraries.of(join(TO_IPV4, TCP), join(TO_IPV4, UNREACHABLE))),
                Tuple.of(1, Arbitraries.of(join(TO_IPV4, FIRST_FRAGMENT), join(TO_IPV4, LAST_FRAGMENT))),
                Tuple.of(1, Arbitraries.bytes().array(byte[].class).ofMaxSize(80)));
    }

    private static Arbitrary<byte[]> pings() {
        return Combinators.combine(
                        Arbitraries.of("192.0.2.1", "192.0.2.3", "2001:db8::1"),
                        Arbitraries.of(1, 1, 2),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((asker, identifier, sequence, request, tagged) -> {
                    boolean six = asker.contains(":");
                    Ping ping = Ping.between(asker, six ? "2001:db8::2" : "192.0.2.2")
                            .identifier(identifier);
                    byte[] packet = request ? ping.request(sequence) : ping.reply(sequence);
                    return join(six ? TO_IPV6 : tagged ? TO_VLAN : TO_IPV4, packet);
                });
    }
}
