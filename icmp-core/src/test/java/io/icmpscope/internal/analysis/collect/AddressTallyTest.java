package io.icmpscope.internal.analysis.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.LimitHit;
import io.icmpscope.report.Limits;
import io.icmpscope.report.Listing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

/** What is counted of addresses, and which of them are kept. */
class AddressTallyTest {

    private static final Comparator<String> MOST_FIRST =
            Comparator.comparing((String text) -> -count(text)).thenComparing(Comparator.naturalOrder());

    private record Message(int from, int to, int bytes) {}

    @Test
    void aListIsCutAndSaysByHowMuch() {
        AddressTally tally = tally(10, 3, 1, 2, 2);
        Listing<String> listed = tally.listing(2, row -> text(tally, row), MOST_FIRST);
        assertEquals(List.of("10.0.0.2 2", "10.0.0.1 1"), listed.entries());
        assertEquals(1, listed.omitted());
        assertFalse(listed.estimated());
    }

    @Test
    void twoTalliesMakeOne() {
        AddressTally tally = tally(10, 1, 2);
        tally.merge(tally(10, 2, 3));
        assertEquals(
                List.of("10.0.0.2 2", "10.0.0.1 1", "10.0.0.3 1"),
                tally.listing(10, row -> text(tally, row), MOST_FIRST).entries());
    }

    @Test
    void theSameBitsAreDifferentAddressesInBothVersions() {
        AddressTally tally = AddressTally.ofAddresses(10);
        tally.add(IpAddress.v4(1), 1, 60);
        tally.add(IpAddress.v6(0, 1), 2, 120);
        assertEquals(1, tally.messages(tally.row(IpAddress.v4(1))));
        assertEquals(2, tally.messages(tally.row(IpAddress.v6(0, 1))));
        assertEquals(-1, tally.row(IpAddress.v6(0, 2)));
    }

    /** As a {@link KeptMap} would, which has a test of its own; and the addresses of pairs that are dropped are counted. */
    @Property(tries = 300)
    void pairsAndTheirAddressesAreCountedWhateverTheOrderAndThePartition(
            @ForAll @Size(min = 1, max = 200) List<@IntRange(max = 900) Integer> pairs,
            @ForAll @IntRange(min = 1, max = 40) int capacity,
            @ForAll @IntRange(min = 1, max = 4) int parts,
            @ForAll Random random) {
        List<Message> messages = new ArrayList<>();
        pairs.forEach(pair -> messages.add(new Message(pair / 30 % 15, pair % 30, pair / 450 + 1)));
        List<Hosts> partition = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            partition.add(new Hosts(capacity));
        }
        messages.forEach(message -> partition.get(random.nextInt(parts)).see(message));
        Hosts merged = partition.remove(random.nextInt(parts));
        partition.forEach(merged::merge);
        merged.pairs.handOnKept();

        KeptMap<IpAddress, long[]> senders = new KeptMap<>(capacity);
        KeptMap<IpAddress, long[]> receivers = new KeptMap<>(capacity);
        messages.forEach(message -> {
            count(senders.of(host(message.from), () -> new long[2]), message);
            count(receivers.of(far(message.to), () -> new long[2]), message);
        });
        assertEquals(messages.size(), merged.told);
        assertEquals(counts(senders), counts(merged.senders));
        assertEquals(counts(receivers), counts(merged.receivers));
        assertEquals(senders.distinct(), merged.senders.distinct());
        long different = messages.stream()
                .map(message -> message.from * 30 + message.to)
                .distinct()
                .count();
        assertEquals(different > capacity, merged.pairs.isFull());
        int kept = 0;
        for (int row = merged.pairs.next(-1); row >= 0; row = merged.pairs.next(row)) {
            int from = (int) merged.pairs.address(row).low() & 0xFF;
            int to = (int) merged.pairs.far(row).low();
            List<Integer> sizes = messages.stream()
                    .filter(message -> message.from == from && message.to == to)
                    .map(Message::bytes)
                    .toList();
            assertEquals(sizes.size(), merged.pairs.messages(row), "what is kept is exact");
            assertEquals(sizes.stream().mapToInt(Integer::intValue).sum(), merged.pairs.bytes(row));
            kept++;
        }
        assertEquals(Math.min(capacity, different), kept);
        Statistics.label("pairs").collect(merged.pairs.isFull() ? "full" : "not full");
        Statistics.label("pairs").coverage(c -> {
            c.check("full").percentage(share -> share > 20);
            c.check("not full").percentage(share -> share > 5);
        });
    }

    private static final class Hosts {
        final AddressTally senders;
        final AddressTally receivers;
        final AddressTally pairs;
        long told; // of one by one, or as a run

        Hosts(int capacity) {
            senders = AddressTally.ofAddresses(capacity);
            receivers = AddressTally.ofAddresses(capacity);
            pairs = AddressTally.ofPairs(capacity, senders, receivers, (mark, messages) -> told += messages);
        }

        void see(Message message) {
            IpAddress from = host(message.from);
            IpAddress to = far(message.to);
            if (!pairs.addAgain(4, from.high(), from.low(), to.high(), to.low(), message.bytes)) {
                pairs.add(4, from.high(), from.low(), to.high(), to.low(), 1, message.bytes);
                pairs.beginRun(4, from.high(), from.low(), to.high(), to.low(), message.bytes);
                told++;
            }
        }

        void merge(Hosts other) {
            pairs.merge(other.pairs);
            senders.merge(other.senders);
            receivers.merge(other.receivers);
            told += other.told;
        }
    }

    private static IpAddress host(int number) {
        return IpAddress.v4(0x0A00_0000 | number);
    }

    private static IpAddress far(int number) {
        return IpAddress.v4(number);
    }

    private static void count(long[] counts, Message message) {
        if (counts != null) {
            counts[0]++;
            counts[1] += message.bytes;
        }
    }

    private static Map<IpAddress, List<Long>> counts(KeptMap<IpAddress, long[]> map) {
        Map<IpAddress, List<Long>> counts = new HashMap<>();
        map.kept().forEach((host, sum) -> counts.put(host, List.of(sum[0], sum[1])));
        return counts;
    }

    static Map<IpAddress, List<Long>> counts(AddressTally tally) {
        Map<IpAddress, List<Long>> counts = new HashMap<>();
        for (int row = tally.next(-1); row >= 0; row = tally.next(row)) {
            counts.put(tally.address(row), List.of(tally.messages(row), tally.bytes(row)));
        }
        return counts;
    }

    @Test
    void limitsBoundWhatIsKeptAndCountsByTypeHaveNone() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 50; i++) {
            scene.at(i, Ping.between("10.0.0." + i, "192.0.2.1").request(1));
        }
        IcmpReport report = scene.report(AnalysisOptions.defaults()
                .withLimits(Limits.defaults().withEntries(10).withSessions(10)));
        assertEquals(10, report.echo().sessions().entries().size());
        assertTrue(report.echo().sessions().omitted() > 0);
        assertEquals(10, report.statistics().sources().entries().size());
        assertEquals(11, report.statistics().talkers().entries().size(), "and who all of them asked");
        assertEquals(50, report.statistics().talkers().entries().get(0).received(), "however many others there are");
        assertEquals(10, report.statistics().pairs().entries().size());
        assertTrue(report.statistics().pairs().estimated());
        assertEquals(
                List.of("pairs of addresses", "source addresses"),
                report.limitsHit().stream()
                        .map(LimitHit::limit)
                        .filter(limit -> limit.contains("address"))
                        .toList());
        assertEquals(50, report.statistics().byType().get(0).count());
        assertEquals(50, report.icmpPackets());
    }

    @Test
    void theSameCaptureGivesTheSameReport() throws Exception {
        PingScene scene = new PingScene();
        for (int i = 0; i < 300; i++) {
            Ping ping = Ping.between("10.0.0." + i % 7, "10.0.1." + i % 11).identifier(i % 5);
            scene.at(i, ping.request(i)).at(i + 0.5, ping.reply(i));
        }
        assertEquals(scene.report(), scene.report());
    }

    private static AddressTally tally(int maxKeys, int... sightings) {
        AddressTally tally = AddressTally.ofAddresses(maxKeys);
        for (int number : sightings) {
            tally.add(host(number), 1, 60);
        }
        return tally;
    }

    private static String text(AddressTally tally, int row) {
        return tally.address(row) + " " + tally.messages(row);
    }

    private static int count(String text) {
        return Integer.parseInt(text.substring(text.indexOf(' ') + 1));
    }
}
