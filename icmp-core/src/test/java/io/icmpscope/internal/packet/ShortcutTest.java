package io.icmpscope.internal.packet;

import static io.icmpscope.handmade.Bytes.cut;
import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.internal.packet.Decoded.ADDRESSES;
import static io.icmpscope.internal.packet.Decoded.ECHO6;
import static io.icmpscope.internal.packet.Decoded.ETHERNET;
import static io.icmpscope.internal.packet.Decoded.PING4;
import static io.icmpscope.internal.packet.Decoded.PING6;
import static io.icmpscope.internal.packet.Decoded.SLL;
import static io.icmpscope.internal.packet.Decoded.ethernet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.report.PacketEntry;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** The decoder's short way out for TCP and UDP over Ethernet never loses a message: cooked frames have none. */
class ShortcutTest {

    private static final String ENDS = "c0000201 c0000202";

    private static final List<byte[]> PACKETS = List.of(
            PING4,
            PING6,
            hex("45 00 0028 0001 0000 40 06 0000", ENDS, "00".repeat(20)), // TCP
            hex("45 00 0024 0001 0000 40 11 0000", ENDS, "00".repeat(16)), // UDP
            hex("45 00 002c 0001 2000 40 01 0000", ENDS, "00".repeat(24)), // a first fragment
            hex("46 00 0020 0001 0000 40 01 0000", ENDS, "94040000 0800 e5ca 1234 0001"), // options
            join( // VXLAN
                    hex("45 00 004e 0001 0000 40 11 0000", ENDS, "c000 12b5 003a 0000", "08000000 00000500"),
                    ethernet("0800", PING4)),
            hex("60000000 0008 11 40", ADDRESSES, "00".repeat(8)), // UDP
            hex("60000000 0010 00 40", ADDRESSES, "3a 00 050200000100", ECHO6)); // hop-by-hop options

    /** What lies behind the link layer: an EtherType, and bytes. */
    record Payload(String etherType, byte[] bytes) {}

    @Property(tries = 1500)
    @StatisticsReport(StatisticsReportMode.OFF)
    void itLosesNoMessage(@ForAll("payloads") Payload payload) throws IOException {
        Decoded quick = Decoded.frames(ETHERNET, ethernet(payload.etherType, payload.bytes));
        byte[] cooked = join(hex("0000 0001 0006 0200000000010000", payload.etherType), payload.bytes);
        Decoded thorough = Decoded.frames(SLL, cooked);
        Statistics.collect(thorough.isEmpty() ? "none" : "message");
        Statistics.coverage(coverage -> {
            coverage.check("none").percentage(share -> share > 20);
            coverage.check("message").percentage(share -> share > 5);
        });
        assertEquals(
                thorough.packets().stream().map(ShortcutTest::told).toList(),
                quick.packets().stream().map(ShortcutTest::told).toList());
        assertEquals(thorough.facts().incompleteFragments(), quick.facts().incompleteFragments());
    }

    private static String told(PacketEntry entry) {
        List<String> behindTheLink = entry.path().subList(1, entry.path().size());
        return entry.icmpVersion() + "/" + entry.icmpType() + "/" + entry.icmpCode() + " " + entry.checksum()
                + entry.checksumStatus() + entry.ttl() + entry.source() + entry.destination() + entry.message()
                + behindTheLink;
    }

    /** A packet of which some bytes were changed, cut anywhere. */
    @Provide
    Arbitrary<Payload> payloads() {
        Arbitrary<String> etherTypes = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.of("0800", "86dd")),
                Tuple.of(1, Arbitraries.of("81000005 0800", "81000005 86dd", "0806")));
        Arbitrary<byte[]> changed = Combinators.combine(
                        Arbitraries.of(PACKETS),
                        Arbitraries.integers().between(0, 47).list().ofMaxSize(2),
                        Arbitraries.of(0, 1, 6, 17, 44, 58, 0x40, 0x45, 0x60, 255))
                .as((packet, where, value) -> {
                    byte[] bytes = packet.clone();
                    where.forEach(at -> bytes[at % bytes.length] = value.byteValue());
                    return bytes;
                });
        Arbitrary<byte[]> cutOrNot = Combinators.combine(
                        changed, Arbitraries.integers().between(1, 200))
                .as((bytes, length) -> cut(bytes, Math.min(length, bytes.length)));
        return Combinators.combine(etherTypes, cutOrNot).as(Payload::new);
    }
}
