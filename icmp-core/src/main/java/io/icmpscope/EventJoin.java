package io.icmpscope;

import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.FragmentTrouble;
import io.icmpscope.internal.packet.PacketDecoder;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.internal.packet.SentPacket;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decodes the frames that need those before them, in the order of the timeline: joins the fragments of datagrams, and finds
 * the segments of TCP that answer a traceroute's probe. The second step of an analysis on many machines, which
 * {@link PartialReport} describes; it takes place once, over the frames of all captures, of which it needs few.
 *
 * <p>It is within the same bounds as an analysis on one machine: 1,024 datagrams or 16 MiB that wait for their rest, for 60
 * seconds, and the latest 1,024 probes.
 *
 * <p>For one thread.
 */
public final class EventJoin {

    private final PacketDecoder decoder = new PacketDecoder();
    private final Frame frame = new Frame();
    private final PacketView view = new PacketView();
    private final PacketView joinedView = new PacketView();
    private long[] joined = new long[16];
    private int messages;
    private int captures;
    private long latest;

    /** Makes a join that has seen no frame. */
    public EventJoin() {}

    /**
     * Takes the next frame.
     *
     * @param event one that {@linkplain IcmpEvent#needsJoin needs it}, {@linkplain TimelineOrder#place placed}; behind the
     *     one before in their natural order
     * @return the messages and probes that it gave, for {@link PartialReport#see}; most give none
     * @throws IllegalStateException when the event is no frame
     * @throws IllegalArgumentException when the frame stands before the one before
     */
    public List<IcmpEvent> join(IcmpEvent event) {
        event.show(frame);
        if (frame.number() <= latest) {
            throw new IllegalArgumentException(event + " stands before the one before");
        }
        latest = frame.number();
        captures = Math.max(captures, frame.capture() + 1);
        List<IcmpEvent> found = new ArrayList<>(0);
        long before = event.place().messages();
        for (boolean more = decoder.decode(frame, view); more; more = decoder.decodeMore(frame, view)) {
            if (view.isIcmp()) {
                note(frame.number());
            }
            found.add(IcmpEvent.of(SentPacket.of(view), frame, found.size(), before + messages, joinedView));
        }
        return found;
    }

    private void note(long number) {
        if (messages == joined.length) {
            joined = Arrays.copyOf(joined, 2 * messages);
        }
        joined[messages++] = number;
    }

    /**
     * Returns what there is to know of the frames beside their messages.
     *
     * @return the result; frames that are joined later are not in it
     */
    public Result result() {
        long[] incomplete = new long[captures];
        Arrays.setAll(incomplete, decoder::incompleteFragments);
        return new Result(Arrays.copyOf(joined, messages), incomplete, decoder.fragmentTroubles());
    }

    /**
     * What a join has found. It counts its messages in among the others.
     *
     * <p>Immutable. The serialized form, of eight bytes a joined message, can be read only by the version of this library that
     * wrote it, and must be read only from a source that is trusted.
     *
     * @serial exclude
     */
    public static final class Result implements Serializable {

        private final long[] joined; // the frame of each message, ascending
        private final long[] incomplete; // by capture
        private final List<FragmentTrouble> troubles;

        private Result(long[] joined, long[] incomplete, List<FragmentTrouble> troubles) {
            this.joined = joined;
            this.incomplete = incomplete;
            this.troubles = troubles;
        }

        /**
         * Gives a message, which needed no join, its number among all messages.
         *
         * @param event a message or a probe, {@linkplain TimelineOrder#place placed}, not one that {@link #join} gave
         * @return the same with its number
         */
        public IcmpEvent number(IcmpEvent event) {
            IcmpEvent.Place place = event.place();
            long number = place.messages() + messagesBefore(place.frame());
            return event.at(new IcmpEvent.Place(place.frame(), number, place.file(), place.capture()));
        }

        /** Of a frame that has one itself nothing needs to be told: it is decoded here or there as a whole. */
        private int messagesBefore(long frame) {
            int at = Arrays.binarySearch(joined, frame);
            return at < 0 ? -1 - at : at;
        }

        long messages() {
            return joined.length;
        }

        long incomplete(int capture) {
            return capture < incomplete.length ? incomplete[capture] : 0;
        }

        List<FragmentTrouble> troubles() {
            return troubles;
        }
    }
}
