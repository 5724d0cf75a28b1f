package io.icmpscope.internal.analysis.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.icmpscope.internal.analysis.path.Answer.Kind;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.MplsLabelStack;
import io.icmpscope.report.HopResponder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is told of one who answered. */
class ResponderFoldTest {

    private static final IpAddress ROUTER = IpAddress.v4(0xCB00_7101);

    private static Answer answer(String annotation, int... labels) {
        List<MplsLabelStack> stacks = new ArrayList<>();
        for (int label : labels) {
            stacks.add(new MplsLabelStack(List.of(new MplsLabelStack.Entry(label, 0, true, 1))));
        }
        return new Answer(ROUTER, Kind.TRANSIT, annotation, stacks, 0);
    }

    private static List<Long> nanos(HopResponder responder) {
        return responder.firstRtts().stream().map(Duration::toNanos).toList();
    }

    @Test
    void roundTripsStandInTheOrderOfTheProbesWhateverCameFirst() {
        ResponderFold fold = new ResponderFold(ROUTER);
        for (long ordinal : new long[] {3, 0, 2, 1}) {
            fold.add(answer(null), ordinal, 100 * ordinal);
        }
        assertEquals(List.of(0L, 100L, 200L, 300L), nanos(fold.finish()));
    }

    @Test
    void theTripsOfTheFirst16ProbesAreKeptInEitherOrder() {
        ResponderFold up = new ResponderFold(ROUTER);
        ResponderFold down = new ResponderFold(ROUTER);
        for (int ordinal = 0; ordinal < 20; ordinal++) {
            up.add(answer(null), ordinal, 7 + ordinal);
            down.add(answer(null), 19 - ordinal, 7 + 19 - ordinal);
        }
        List<Long> first = LongStream.range(7, 7 + 16).boxed().toList();
        assertEquals(first, nanos(up.finish()));
        assertEquals(first, nanos(down.finish()));
        assertEquals(20, up.finish().answered());
    }

    @Test
    void anAnswerWhoseTimeIsNotKnownCountsButHasNoRoundTrip() {
        ResponderFold fold = new ResponderFold(ROUTER);
        fold.add(answer(null), 0, -1);
        assertEquals(List.of(), nanos(fold.finish()));
        assertNull(fold.finish().rtt());
        fold.add(answer(null), 1, 0);
        fold.add(answer(null), 2, 10);
        HopResponder responder = fold.finish();
        assertEquals(3, responder.answered());
        assertEquals(List.of(0L, 10L), nanos(responder));
        assertEquals(2, responder.rtt() == null ? 0 : responder.rtt().count());
    }

    @Test
    void theFirstMarkIsToldAndFourDifferentLabelStacks() {
        ResponderFold fold = new ResponderFold(ROUTER);
        fold.add(answer(null, 1), 0, 1);
        fold.add(answer("!X", 1, 2), 1, 1);
        fold.add(answer("!N", 3, 2, 4, 5), 2, 1);
        HopResponder responder = fold.finish();
        assertEquals("!X", responder.annotation());
        assertEquals(
                List.of(1, 2, 3, 4),
                responder.mpls().stream()
                        .map(stack -> stack.entries().get(0).label())
                        .toList());
    }

    @Test
    void whoAnsweredMostComesFirst() {
        ResponderFold once = new ResponderFold(IpAddress.v4(1));
        ResponderFold twice = new ResponderFold(IpAddress.v4(2));
        once.add(answer(null), 0, 1);
        twice.add(answer(null), 1, 1);
        twice.add(answer(null), 2, 1);
        List<ResponderFold> sorted = new ArrayList<>(List.of(once, twice));
        sorted.sort(ResponderFold.mostAnswersFirst());
        assertEquals(List.of(twice, once), sorted);
    }
}
