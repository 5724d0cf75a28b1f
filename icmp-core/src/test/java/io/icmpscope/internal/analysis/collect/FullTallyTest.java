package io.icmpscope.internal.analysis.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.message.IpAddress;
import io.icmpscope.report.LimitHit;
import io.icmpscope.report.Listing;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a tally says when more addresses came than it keeps: it may hold half as many more until it is asked. */
class FullTallyTest {

    private static final int CAPACITY = 10;

    /** 12 addresses, those with the smallest spreads ahead. */
    private static final List<IpAddress> TWELVE = IntStream.range(0, 12)
            .mapToObj(i -> IpAddress.v6(0x2001_0db8L << 32 | i, i))
            .sorted((one, other) -> Long.compareUnsigned(Spread.of(one), Spread.of(other)))
            .toList();

    private static final Comparator<String> BY_NAME = Comparator.naturalOrder();

    @Test
    void whateverIsAskedFirstAddressesBeyondTheCapacityAreLeftOut() {
        long distinct = KeptMap.estimate(CAPACITY, Spread.of(TWELVE.get(9)));
        assertTrue(distinct > CAPACITY, "an estimate that differs: " + distinct);
        assertEquals(distinct, twelve().distinct());
        assertTrue(twelve().isFull());
        assertEquals(-1, twelve().row(TWELVE.get(10)));
        assertEquals(-1, twelve().row(TWELVE.get(11)));
        assertEquals(counts(TWELVE.subList(0, 10)), AddressTallyTest.counts(twelve()));
        assertEquals(List.of(new LimitHit("hosts", 10, distinct - 10)), told(twelve()));
        AddressTally tally = twelve();
        List<String> firstThree = TWELVE.subList(0, 10).stream()
                .map(IpAddress::toString)
                .sorted()
                .limit(3)
                .toList();
        assertEquals(
                new Listing<>(firstThree, distinct - 3, true),
                tally.listing(3, row -> tally.address(row).toString(), BY_NAME));
    }

    @Test
    void whereAllHaveRoomNothingIsEstimated() {
        AddressTally tally = AddressTally.ofAddresses(12);
        TWELVE.forEach(address -> tally.add(address, 3, 180));
        assertEquals(12, tally.distinct());
        assertFalse(tally.isFull());
        assertEquals(List.of(), told(tally));
        assertEquals(counts(TWELVE), AddressTallyTest.counts(tally));
    }

    @Test
    void aFullTallyFillsAnEmptyOne() {
        AddressTally full = twelve();
        assertTrue(full.isFull());
        AddressTally empty = AddressTally.ofAddresses(CAPACITY);
        empty.merge(full);
        assertTrue(empty.isFull(), "although the ten that are left have room");
        assertEquals(counts(TWELVE.subList(0, 10)), AddressTallyTest.counts(empty));
    }

    /** The spread has no secret, so whoever makes packets can make addresses that share one, even the smallest of all. */
    @Test
    void addressesThatWereMadeToShareASpreadAreDroppedForGood() {
        for (long shared : new long[] {0, 1, 1 << 20}) {
            AddressTally tally = AddressTally.ofAddresses(CAPACITY);
            for (int i = 0; i < 1_000; i++) {
                tally.add(ofACrowd(shared, i), 1, 60);
            }
            assertEquals(Map.of(), AddressTallyTest.counts(tally), "spread of what is shared " + shared);
            tally.add(ofACrowd(shared, 1), 1, 60);
            assertEquals(
                    Map.of(), AddressTallyTest.counts(tally), "it was there before, and that is not known any more");
        }
    }

    @Test
    void whatTheOtherHasDroppedIsDroppedAndHandedOn() {
        AddressTally near = AddressTally.ofAddresses(CAPACITY);
        AddressTally far = AddressTally.ofAddresses(CAPACITY);
        AddressTally some = pairs(near, far);
        addPair(some, 5);
        AddressTally crowded = pairs(AddressTally.ofAddresses(CAPACITY), AddressTally.ofAddresses(CAPACITY));
        for (int i = 0; i < 100; i++) {
            addPair(crowded, i);
        }
        some.merge(crowded);
        assertEquals(-1, some.next(-1));
        assertEquals(Map.of(ofACrowd(0, 5), List.of(1L, 60L)), AddressTallyTest.counts(near));
        assertEquals(1, far.distinct());
    }

    /** All zeros are looked for at the same place in both versions, which is the first one. */
    @Test
    void zerosAreAddressesLikeOthers() {
        AddressTally tally = AddressTally.ofAddresses(1_000);
        tally.add(IpAddress.v4(0), 1, 60);
        tally.add(IpAddress.v6(0, 0), 2, 100);
        tally.add(IpAddress.v4(0), 3, 180);
        for (int i = 1; i < 500; i++) {
            tally.add(IpAddress.v4(i), 1, 60);
        }
        tally.add(IpAddress.v6(0, 0), 4, 200);
        assertEquals(501, tally.distinct());
        Map<IpAddress, List<Long>> counts = AddressTallyTest.counts(tally);
        assertEquals(501, counts.size());
        assertEquals(List.of(4L, 240L), counts.get(IpAddress.v4(0)));
        assertEquals(List.of(6L, 300L), counts.get(IpAddress.v6(0, 0)));
        assertEquals(4, tally.messages(tally.row(IpAddress.v4(0))));
        assertEquals(0, tally.bytes(-1), "of no address");
    }

    /** Networks number their hosts at the end, others their customers at the beginning. Some 10 ms. */
    @Test
    void inWhicheverPartAddressesDifferTheyAreFoundAtOnce() {
        for (int part = 0; part < 4; part++) {
            int shift = part;
            long[] words = new long[4];
            assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
                AddressTally none = AddressTally.ofAddresses(1);
                AddressTally tally = AddressTally.ofPairs(1_000_000, none, none, (mark, messages) -> {});
                for (int i = 0; i < 60_000; i++) {
                    words[shift] = i;
                    tally.add(6, words[0], words[1], words[2], words[3], 1, 60);
                }
                assertEquals(60_000, tally.distinct());
            });
        }
    }

    private static AddressTally twelve() {
        AddressTally tally = AddressTally.ofAddresses(CAPACITY);
        TWELVE.forEach(address -> tally.add(address, 3, 180));
        return tally;
    }

    private static AddressTally pairs(AddressTally near, AddressTally far) {
        return AddressTally.ofPairs(CAPACITY, near, far, (mark, messages) -> {});
    }

    /** From one of a crowd to an address with which the spread of the pair is 0. */
    private static void addPair(AddressTally pairs, int number) {
        IpAddress from = ofACrowd(0, number);
        long low = Spread.of(Spread.of(Spread.of(from), 6), number);
        pairs.add(6, from.high(), from.low(), number, low, 1, 60);
    }

    /** One of many with the same spread: that of the number behind the first half. */
    private static IpAddress ofACrowd(long shared, int number) {
        long high = 0x2001_0db8L << 32 | number;
        return IpAddress.v6(high, Spread.of(Spread.of(0, 6), high) ^ shared);
    }

    private static Map<IpAddress, List<Long>> counts(List<IpAddress> addresses) {
        Map<IpAddress, List<Long>> counts = new HashMap<>();
        addresses.forEach(address -> counts.put(address, List.of(3L, 180L)));
        return counts;
    }

    private static List<LimitHit> told(AddressTally tally) {
        return LimitsTold.by(draft -> tally.tellLimit("hosts", draft));
    }
}
