package io.icmpscope.internal.packet;

import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.reading.Carrier;
import io.icmpscope.internal.reading.MessageBytes;
import io.icmpscope.internal.wire.Ipv6Options;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.report.PacketEntry;
import io.icmpscope.report.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The border: makes values of what a {@link PacketView} points at, for the messages that someone wants to keep. */
public final class PacketEntries {

    private static final long NANOS = 1_000_000_000L;

    private PacketEntries() {}

    /**
     * Makes an entry of a message.
     *
     * @param view where the message lies
     * @param packetNumber its position among the ICMP messages, from 1
     * @return the entry, with the request that it answers when the view knows it
     */
    public static PacketEntry entry(PacketView view, long packetNumber) {
        IcmpMessage message = view.message();
        boolean reply = view.requestFrame() != PacketView.NONE;
        return new PacketEntry(
                packetNumber,
                view.frameNumber,
                view.file,
                view.file == null ? view.frameNumber : view.frameInFile,
                instant(view.timeNanos),
                view.source(),
                view.destination(),
                view.ttl(),
                view.capturedBytes,
                view.wireBytes,
                view.icmpVersion,
                view.type(),
                orNull(view.code()),
                orNull(view.identifier()),
                orNull(view.sequenceNumber()),
                orNull(view.checksum()),
                MessageChecksum.status(view),
                view.path.words(),
                reply && view.rttNanos() != Frame.NO_TIME ? Duration.ofNanos(view.rttNanos()) : null,
                reply ? view.requestFrame() : null,
                null,
                message,
                view.fragments,
                problems(view));
    }

    /**
     * Lists what is wrong with a message.
     *
     * @param view where the message lies
     * @return problems of its IP header, then those of the message
     */
    public static List<Problem> problems(PacketView view) {
        List<Problem> problems = IpProblems.of(view);
        problems.addAll(view.messageProblems());
        return problems;
    }

    /**
     * Makes a value of a time.
     *
     * @param nanos nanoseconds since 1970, or {@link Frame#NO_TIME}
     * @return the time, or null when there is none
     */
    public static @Nullable Instant instant(long nanos) {
        return nanos == Frame.NO_TIME
                ? null
                : Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    /** The bytes of a message with what stands around them. */
    static MessageBytes bytes(PacketView view) {
        return new MessageBytes(view.bytes, view.frameStart, view.at, view.end, view.declaredEnd, carrier(view));
    }

    private static @Nullable Carrier carrier(PacketView view) {
        return view.icmpVersion == 4 || view.ipVersion == 4
                ? null
                : new Carrier(
                        view.source(),
                        view.destination(),
                        view.ttl(),
                        view.path.innermostHas("fragment"),
                        hasRouterAlert(view));
    }

    /** A datagram that was joined has kept only its addresses: it is not blamed for what it may have had. */
    private static boolean hasRouterAlert(PacketView view) {
        return !view.fragments.isEmpty() || Ipv6Options.hasRouterAlert(view.bytes, view.ipAt, view.at);
    }

    private static @Nullable Integer orNull(int value) {
        return value == PacketView.NONE ? null : value;
    }
}
