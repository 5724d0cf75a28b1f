package io.icmpscope.internal.analysis.collect;

import static io.icmpscope.handmade.Bytes.hex;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.internal.capture.CaptureFormats;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.PacketPump;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of the messages that show something, and of all such messages together. */
class SightingsTest {

    private static final long SECOND = 1_000_000_000;

    @Test
    void withoutAMessageThereAreNoFramesAndNoTimes() {
        Sightings none = new Sightings();
        assertEquals(Seen.NOTHING, none.seen());
        assertEquals(new Seen(0, List.of(), null, null), none.seen());
        assertEquals(Long.MAX_VALUE, none.firstFrame());
        assertNull(none.firstTime());
        assertNull(none.lastTime());
    }

    @Test
    void messagesAreCountedWithTheirFirstFramesAndTheirTimes() {
        Sightings some = new Sightings();
        some.see(5, 8 * SECOND);
        some.see(7, 2 * SECOND); // the clock was set back
        some.see(7, 2 * SECOND); // another message of the same frame
        some.see(9, Frame.NO_TIME);
        assertEquals(4, some.count());
        assertEquals(5, some.firstFrame());
        assertEquals(List.of(5L, 7L, 9L), some.frames());
        assertEquals(at(2), some.firstTime());
        assertEquals(at(8), some.lastTime());
        assertEquals(seen(4, 2, 8, 5, 7, 9), some.seen());
    }

    @Test
    void aMessageIsSeenInItsFrameAtItsTime() throws Exception {
        byte[] capture = new PingScene()
                .at(0, hex("45000014 00000000 40110000 7f000001 7f000001")) // no message
                .at(2_000, Ping.between("192.0.2.1", "192.0.2.2").request(1))
                .bytes();
        Sightings sightings = new Sightings();
        try (PacketPump pump = new PacketPump(CaptureFormats.open(Sources.of(ByteBuffer.wrap(capture))))) {
            assertTrue(pump.next());
            sightings.see(pump.view());
        }
        assertEquals(seen(1, 1_002, 1_002, 2), sightings.seen());
    }

    @Test
    void sightingsOfTwoPartsMakeOne() {
        assertEquals(
                seen(3, 2, 9, 1, 5, 7),
                sum(sightings(5, 2, 7, 3), sightings(1, 9)).seen());
        assertEquals(
                seen(3, 2, 9, 1, 5, 7),
                sum(sightings(1, 9), sightings(5, 2, 7, 3)).seen());
        assertEquals(seen(1, 9, 9, 1), sum(sightings(), sightings(1, 9)).seen());
        assertEquals(seen(1, 9, 9, 1), sum(sightings(1, 9), sightings()).seen());
    }

    @Test
    void whatWasSeenHereAndThereIsAddedUp() {
        Seen early = seen(4, 2, 3, 6, 7);
        Seen late = seen(30, 5, 9, 1, 7, 8);
        Seen within = seen(1, 4, 5, 40);
        Seen untimed = new Seen(2, List.of(3L), null, null);
        Seen all = seen(37, 2, 9, 1, 3, 6, 7, 8, 40);
        assertEquals(all, Seen.sum(List.of(early, late, within, untimed)));
        assertEquals(all, Seen.sum(List.of(untimed, within, late, early)));
        assertEquals(untimed, Seen.sum(List.of(untimed)));
        assertEquals(Seen.NOTHING, Seen.sum(List.of()));
    }

    @Test
    void tenFramesAreNamedHoweverManyThereAre() {
        Seen odd = seen(100, 1, 1, 1, 3, 5, 7, 9, 11, 13, 15);
        Seen even = seen(100, 1, 1, 2, 4, 6, 8, 10, 12, 14);
        assertEquals(seen(200, 1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), Seen.sum(List.of(odd, even)));
    }

    @Test
    void itLastedFromTheFirstToTheLast() {
        assertEquals(2.5, new Seen(9, List.of(), at(7), at(7).plusNanos(5 * SECOND / 2)).seconds());
        assertEquals(0, seen(1, 7, 7, 1).seconds());
        assertEquals(0, Seen.NOTHING.seconds());
        assertEquals(0, new Seen(2, List.of(), at(7), null).seconds());
        assertEquals(0, new Seen(2, List.of(), null, at(7)).seconds());
    }

    /** Of frames and their seconds. */
    private static Sightings sightings(long... framesAndTimes) {
        Sightings sightings = new Sightings();
        for (int i = 0; i < framesAndTimes.length; i += 2) {
            sightings.see(framesAndTimes[i], framesAndTimes[i + 1] * SECOND);
        }
        return sightings;
    }

    private static Sightings sum(Sightings one, Sightings other) {
        one.addAll(other);
        return one;
    }

    private static Seen seen(long count, long firstSecond, long lastSecond, long... frames) {
        return new Seen(count, Arrays.stream(frames).boxed().toList(), at(firstSecond), at(lastSecond));
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }
}
