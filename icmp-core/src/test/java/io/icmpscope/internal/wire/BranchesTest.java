package io.icmpscope.internal.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** Where else in a frame packets begin. */
class BranchesTest {

    private final Cursor cursor = new Cursor();
    private final ByteBuffer frame = ByteBuffer.allocate(100);

    @Test
    void aBranchGoesOnWithWhatWasLeftWhenItWasNoted() {
        cursor.start(0, 100, 200, Protocol.ETHERNET);
        cursor.depth = 3;
        cursor.branch(frame, 40, Protocol.A_MSDU);
        cursor.clip(39);
        cursor.pass(14, Protocol.LLC);
        cursor.depth = 7;
        cursor.lengthUnknown = true;

        assertSame(frame, cursor.resume());
        assertEquals(40, cursor.at);
        assertEquals(100, cursor.end);
        assertEquals(200, cursor.declaredEnd);
        assertEquals(Protocol.A_MSDU, cursor.next);
        assertEquals(3, cursor.depth);
        assertFalse(cursor.lengthUnknown);
        assertNull(cursor.resume(), "and only once");
    }

    @Test
    void theLatestComesFirst() {
        cursor.start(0, 100, 100, Protocol.ETHERNET);
        ByteBuffer joined = ByteBuffer.allocate(100);
        cursor.branch(frame, 40, Protocol.A_MSDU);
        cursor.branch(joined, 60, Protocol.NETFILTER);
        assertSame(joined, cursor.resume());
        assertEquals(60, cursor.at);
        assertSame(frame, cursor.resume());
        assertEquals(40, cursor.at);
    }

    @Test
    void whatBeginsBehindTheCaptureIsNotNoted() {
        cursor.start(0, 100, 200, Protocol.ETHERNET);
        cursor.branch(frame, 100, Protocol.A_MSDU);
        assertNull(cursor.resume());
        cursor.branch(frame, 99, Protocol.A_MSDU);
        assertSame(frame, cursor.resume());
    }

    @Test
    void whatIsForgottenIsNotGoneTo() {
        cursor.start(0, 100, 100, Protocol.ETHERNET);
        cursor.branch(frame, 40, Protocol.A_MSDU);
        cursor.forget();
        assertNull(cursor.resume());
    }

    @Test
    void eightWithinEachOtherAreKept() {
        cursor.start(0, 100, 100, Protocol.ETHERNET);
        for (int at = 1; at <= 9; at++) {
            cursor.branch(frame, at, Protocol.A_MSDU);
        }
        for (int at = 8; at >= 1; at--) {
            assertSame(frame, cursor.resume());
            assertEquals(at, cursor.at);
        }
        assertNull(cursor.resume());
    }

    /** A branch noted before any IP header takes the first length it meets; one noted behind one does not. */
    @Test
    void aBranchKnowsWhetherItIsWithinIp() {
        cursor.start(0, 100, 100, Protocol.ETHERNET);
        cursor.branch(frame, 40, Protocol.A_MSDU);
        cursor.bound(90);
        cursor.resume();
        cursor.bound(150);
        assertFalse(cursor.lengthUnknown);
        assertEquals(150, cursor.declaredEnd);

        cursor.start(0, 100, 100, Protocol.ETHERNET);
        cursor.bound(90);
        cursor.branch(frame, 40, Protocol.A_MSDU);
        cursor.start(0, 100, 100, Protocol.ETHERNET);
        cursor.resume();
        cursor.bound(150);
        assertTrue(cursor.lengthUnknown);
        assertEquals(90, cursor.declaredEnd);
    }

    @Test
    void aFrameBeginsWithNothingOfTheLast() {
        cursor.detail = 5;
        cursor.ipVersion = 6;
        cursor.finalDestinationAt = 1;
        cursor.homeAddressAt = 1;
        cursor.lengthUnknown = true;
        cursor.bound(90);
        cursor.start(10, 100, 200, Protocol.WLAN);
        assertEquals(10, cursor.at);
        assertEquals(90, cursor.left());
        assertEquals(200, cursor.declaredEnd);
        assertEquals(Protocol.WLAN, cursor.next);
        assertEquals(Cursor.NONE, cursor.detail);
        assertEquals(0, cursor.ipVersion);
        assertEquals(Cursor.NONE, cursor.finalDestinationAt);
        assertEquals(Cursor.NONE, cursor.homeAddressAt);
        assertFalse(cursor.lengthUnknown);
        cursor.bound(300);
        assertEquals(300, cursor.declaredEnd, "no IP header has bounded it yet");
    }
}
