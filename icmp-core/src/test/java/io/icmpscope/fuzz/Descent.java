package io.icmpscope.fuzz;

import io.icmpscope.internal.wire.Cursor;
import io.icmpscope.internal.wire.Fault;
import io.icmpscope.internal.wire.Layer;
import io.icmpscope.internal.wire.Protocol;
import io.icmpscope.internal.wire.Protocols;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The way down the headers of a packet, header by header, with what each left behind. */
final class Descent {

    /** A header that was passed, or the last one, that was not. */
    record Step(String word, Fault fault, int at, int end, long declaredEnd, int next, long detail) {}

    private static final int DEEPEST = 64; // headers

    private Descent() {}

    /** Goes down from a first header; every header must stay within the one before it. */
    static List<Step> from(Layer first, byte[] packet) {
        return Invariant.staysInside(packet, bytes -> from(first, bytes, packet.length));
    }

    private static List<Step> from(Layer first, ByteBuffer bytes, int length) {
        List<Step> steps = new ArrayList<>();
        Cursor cursor = new Cursor();
        int start = Invariant.AROUND;
        cursor.start(start, start + length, start + length, Protocol.NONE);
        for (Layer layer = first; layer != null && steps.size() < DEEPEST; layer = Protocols.layer(cursor.next)) {
            int at = cursor.at;
            int end = cursor.end;
            cursor.detail = Cursor.NONE;
            Fault fault = layer.header().read(bytes, cursor);
            steps.add(new Step(
                    layer.word(), fault, cursor.at, cursor.end, cursor.declaredEnd, cursor.next, cursor.detail));
            Invariant.holds(cursor.at >= at && cursor.at <= Math.max(at, end) && cursor.end <= end, steps);
            if (fault != Fault.NONE) {
                break;
            }
            Invariant.holds(at <= end, steps); // else a trailer has left nothing, and no header is found there
        }
        return steps;
    }

    /** Where in a packet an ICMP message of a version lies, or null when there is none. */
    static byte[] message(Layer first, byte[] packet, int icmpVersion) {
        List<Step> steps = from(first, ByteBuffer.wrap(Seeds.padded(packet)), packet.length);
        Step last = steps.get(steps.size() - 1);
        boolean there = last.fault == Fault.NONE
                && last.next == (icmpVersion == 4 ? Protocol.ICMP : Protocol.ICMPV6)
                && last.at < last.end;
        return there
                ? java.util.Arrays.copyOfRange(packet, last.at - Invariant.AROUND, last.end - Invariant.AROUND)
                : null;
    }
}
