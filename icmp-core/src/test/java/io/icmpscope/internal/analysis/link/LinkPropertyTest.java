package io.icmpscope.internal.analysis.link;

import static io.icmpscope.handmade.Bytes.cut;
import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Ping;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Listing;
import io.icmpscope.report.MulticastGroup;
import io.icmpscope.report.Neighbor;
import io.icmpscope.report.Router;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.statistics.Statistics;

/** Whatever is said on a link, nothing is thrown, and what is told stays in its bounds. */
class LinkPropertyTest {

    private record Said(int gap, String from, String source, byte[] message) {}

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void whateverIsSaidTheAnswerStaysInItsBounds(@ForAll("conversations") List<Said> all) throws Exception {
        LinkScene scene = new LinkScene();
        long now = 0;
        for (Said said : all) {
            now += said.gap;
            scene.at(now, said.from, said.source, "ff02::1", said.message);
        }
        IcmpReport report = scene.report();
        for (Router router : report.routers().entries()) {
            assertShort(router.prefixes(), router.dnsServers(), router.searchDomains(), router.routes());
            assertTrue(router.advertisements() <= all.size());
        }
        for (Neighbor neighbor : report.neighbors().entries()) {
            assertShort(neighbor.linkAddresses(), neighbor.duplicateChecks());
            assertTrue(neighbor.changes() < all.size());
            assertTrue(neighbor.changes() == 0 || neighbor.linkAddresses().total() > 1);
            assertTrue(neighbor.conflicts() <= neighbor.duplicateChecks().total());
        }
        for (MulticastGroup group : report.multicast().entries()) {
            assertShort(group.listeners(), group.queriers());
        }
        boolean conflict = report.neighbors().entries().stream().anyMatch(one -> one.conflicts() > 0);
        Statistics.label("conflict").collect(conflict);
        Statistics.label("conflict").coverage(c -> c.check(true).percentage(p -> p > 2));
        Statistics.label("routers").collect(report.routers().total() > 0);
        Statistics.label("routers").coverage(c -> c.check(true).percentage(p -> p > 20));
        Statistics.label("groups").collect(report.multicast().total() > 0);
        Statistics.label("groups").coverage(c -> c.check(true).percentage(p -> p > 20));
    }

    private static void assertShort(Listing<?>... lists) {
        for (Listing<?> list : lists) {
            assertTrue(list.entries().size() <= 16, list::toString);
        }
    }

    @Provide
    Arbitrary<List<Said>> conversations() {
        Arbitrary<byte[]> options = Combinators.combine(
                        Arbitraries.of(1, 1, 2, 2, 3, 5, 14, 24, 25, 31, 37, 38),
                        Arbitraries.of(0, 1, 1, 1, 2, 3, 4),
                        Arbitraries.of(2, 2, 3, 77),
                        Arbitraries.bytes().array(byte[].class).ofSize(32))
                .as((type, length, filler, rest) -> {
                    byte[] whole = join(new byte[] {(byte) (int) type, (byte) (int) length}, rest);
                    if (length == 1) {
                        Arrays.fill(whole, 2, whole.length, (byte) (int) filler); // few link-layer addresses
                    }
                    return cut(whole, length == 0 ? 8 : length * 8);
                });
        Arbitrary<byte[]> messages = Combinators.combine(
                        Arbitraries.of("82", "83", "84", "85", "86", "87", "87", "87", "88", "88", "89", "8f"),
                        Arbitraries.of("20000000", "a0000000", "40000708", "00000002", "0000ffff"),
                        Arbitraries.of("fe80::a", "fe80::b", "ff02::fb", "::"),
                        options.list().ofMaxSize(4),
                        Arbitraries.of(400, 400, 400, 30, 12))
                .as((type, word, target, more, kept) -> {
                    byte[] body = join(hex(type, "00 0000", word), Ping.address(target));
                    byte[] whole = join(body, join(more.toArray(byte[][]::new)));
                    return cut(whole, Math.min(kept, whole.length));
                });
        return Combinators.combine(
                        Arbitraries.of(0, 1, 100, 700, 3_000),
                        Arbitraries.of(LinkScene.MAC_A, LinkScene.MAC_B),
                        Arbitraries.of("::", "::", "fe80::a", "fe80::b"),
                        messages)
                .as(Said::new)
                .list()
                .ofMaxSize(60)
                .withSizeDistribution(RandomDistribution.uniform());
    }
}
