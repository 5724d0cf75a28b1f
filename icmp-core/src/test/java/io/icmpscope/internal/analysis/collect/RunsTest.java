package io.icmpscope.internal.analysis.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.message.IpAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages of one pair and one mark that follow each other are counted together, and told of as one. */
class RunsTest {

    private static final IpAddress A = IpAddress.v6(1, 2);
    private static final IpAddress B = IpAddress.v6(3, 4);
    private static final IpAddress NULL = IpAddress.v6(0, 0); // looked for at the first place
    private static final long MARK = 7L << AddressTally.MARK_BYTES | 98; // captured bytes
    private static final long OTHER = 8L << AddressTally.MARK_BYTES | 60;
    private static final long LARGEST = (1L << AddressTally.MARK_BITS) - 1; // of 65,535 bytes

    private final List<String> runs = new ArrayList<>();
    private final AddressTally near = AddressTally.ofAddresses(10);
    private final AddressTally far = AddressTally.ofAddresses(10);
    private final AddressTally pairs = AddressTally.ofPairs(10, near, far, this::ended);

    @Test
    void aRunIsToldOfWhenAnotherBegins() {
        begin(A, B, MARK);
        assertTrue(again(A, B, MARK));
        assertTrue(again(A, B, MARK));
        assertFalse(again(A, B, OTHER));
        assertEquals(List.of(), runs);
        begin(A, B, OTHER);
        assertEquals(List.of("7 * 2"), runs);
        assertTrue(again(A, B, OTHER));
        assertFalse(again(A, B, MARK));
        pairs.handOnKept();
        assertEquals(List.of("7 * 2", "8 * 1"), runs);
        assertCounts(5, 3 * 98 + 2 * 60, A, B);
    }

    @Test
    void aMessageThatNoneFollowsIsNoRun() {
        begin(A, B, MARK);
        begin(A, B, OTHER);
        pairs.handOnKept();
        assertEquals(List.of(), runs);
        assertCounts(2, 98 + 60, A, B);
    }

    @Test
    void runsOfPairsDoNotDisturbEachOther() {
        begin(NULL, NULL, LARGEST);
        begin(A, B, MARK);
        begin(B, A, OTHER);
        for (int i = 0; i < 3; i++) {
            assertTrue(again(A, B, MARK) && again(NULL, NULL, LARGEST));
            assertFalse(again(B, A, MARK));
        }
        assertEquals(0, pairs.messages(-1), "of no pair");
        begin(NULL, NULL, OTHER);
        assertEquals(List.of("17592186044415 * 3"), runs); // 2^44 - 1
        pairs.handOnKept();
        assertCounts(4, 4 * 98, A, B);
    }

    @Test
    void whatHasNoMarkIsNeverTheSameAgain() {
        begin(A, B, 0);
        assertFalse(again(A, B, 0));
        assertFalse(again(B, A, MARK), "a pair that was not seen");
        pairs.beginRun(6, B.high(), B.low(), A.high(), A.low(), MARK);
        assertFalse(again(B, A, MARK));
    }

    @Test
    void ofTwoTalliesBothTellOfTheirRuns() {
        begin(A, B, MARK);
        assertTrue(again(A, B, MARK));
        List<String> others = new ArrayList<>();
        AddressTally other =
                AddressTally.ofPairs(10, near, far, (mark, messages) -> others.add(mark + " * " + messages));
        other.add(6, A.high(), A.low(), B.high(), B.low(), 1, 60);
        other.beginRun(6, A.high(), A.low(), B.high(), B.low(), OTHER);
        assertTrue(other.addAgain(6, A.high(), A.low(), B.high(), B.low(), OTHER));
        pairs.merge(other);
        assertEquals(List.of(OTHER + " * 1"), others);
        pairs.handOnKept();
        assertEquals(List.of("7 * 1"), runs);
        assertCounts(4, 2 * 98 + 2 * 60, A, B);
    }

    @Test
    void aPairThatIsDroppedTellsOfItsRunAndItsAddressesAreCounted() {
        AddressTally two = AddressTally.ofPairs(2, near, far, this::ended);
        for (int i = 0; i < 100; i++) {
            two.add(6, i, 0, 0, 1, 1, 98);
            two.beginRun(6, i, 0, 0, 1, MARK);
            if (two.addAgain(6, i, 0, 0, 1, MARK)) {
                runs.add("one");
            }
        }
        two.handOnKept();
        int row = far.row(IpAddress.v6(0, 1));
        long together = runs.stream().filter("one"::equals).count();
        assertTrue(together >= 2 && together < 100, "some had no room: " + together);
        assertEquals(together, runs.stream().filter("7 * 1"::equals).count());
        assertEquals(100 + together, far.messages(row));
        assertEquals((100 + together) * 98, far.bytes(row));
    }

    private void ended(long mark, long messages) {
        runs.add((mark >>> AddressTally.MARK_BYTES) + " * " + messages);
    }

    private void begin(IpAddress from, IpAddress to, long mark) {
        pairs.add(6, from.high(), from.low(), to.high(), to.low(), 1, mark & 0xFFFF);
        pairs.beginRun(6, from.high(), from.low(), to.high(), to.low(), mark);
    }

    private boolean again(IpAddress from, IpAddress to, long mark) {
        return pairs.addAgain(6, from.high(), from.low(), to.high(), to.low(), mark);
    }

    /** Of the only pair that is left, and of its addresses. */
    private void assertCounts(long messages, long bytes, IpAddress from, IpAddress to) {
        for (int row = pairs.next(-1); row >= 0; row = pairs.next(row)) {
            if (pairs.address(row).equals(from)) {
                assertEquals(to, pairs.far(row));
                assertEquals(List.of(messages, bytes), List.of(pairs.messages(row), pairs.bytes(row)));
            }
        }
        assertEquals(List.of(messages, bytes), counts(near, from));
        assertEquals(List.of(messages, bytes), counts(far, to));
    }

    private static List<Long> counts(AddressTally tally, IpAddress address) {
        int row = tally.row(address);
        return List.of(tally.messages(row), tally.bytes(row));
    }
}
