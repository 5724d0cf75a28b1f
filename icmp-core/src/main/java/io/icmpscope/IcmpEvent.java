package io.icmpscope;

import io.icmpscope.internal.analysis.collect.AskingHost;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.capture.FrameCopy;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.internal.packet.SentPacket;
import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Something that an analysis takes into account, in as few bytes as it needs to travel to another machine: an ICMP message, a
 * traceroute's probe, or a whole frame that can be decoded only when the frames before it are known. See
 * {@link PartialReport} for what becomes of it.
 *
 * <p>The natural order is that of the timeline, once {@link TimelineOrder#place} has given the event its place there; it is
 * consistent with equals only as far as no event is met twice.
 *
 * <p>Immutable. The serialized form holds the bytes of the packet, which are untrusted, and is not stable: it can be read only
 * by the version of this library that wrote it. Like every Java object it must be read only from a source that is trusted,
 * such as the machines of one's own cluster.
 *
 * @serial exclude
 */
public final class IcmpEvent implements Serializable, Comparable<IcmpEvent> {

    private final long frame;
    private final int ordinal; // in its frame
    private final long messages; // so many there are up to this one, or before this frame
    private final @Nullable String file;
    private final long frameInFile;
    private final int capture; // its position in the timeline

    private final byte hostVersion;
    private final long hostHigh;
    private final long hostLow;

    private final @Nullable SentPacket packet;
    private final @Nullable FrameCopy copy; // one of the two
    private final boolean mightOnlyAnswer;

    private IcmpEvent(IcmpEvent like, Place at) {
        frame = at.frame;
        messages = at.messages;
        file = at.file;
        capture = at.capture;
        ordinal = like.ordinal;
        frameInFile = like.frameInFile;
        hostVersion = like.hostVersion;
        hostHigh = like.hostHigh;
        hostLow = like.hostLow;
        packet = like.packet;
        copy = like.copy;
        mightOnlyAnswer = like.mightOnlyAnswer;
    }

    private IcmpEvent(Place at, int ordinal, long frameInFile, SentPacket packet, IpAddress host) {
        frame = at.frame;
        messages = at.messages;
        file = at.file;
        capture = at.capture;
        this.ordinal = ordinal;
        this.frameInFile = frameInFile;
        this.packet = packet;
        hostVersion = (byte) host.version();
        hostHigh = host.high();
        hostLow = host.low();
        copy = null;
        mightOnlyAnswer = false;
    }

    private IcmpEvent(Place at, long frameInFile, FrameCopy copy, boolean mightOnlyAnswer) {
        frame = at.frame;
        messages = at.messages;
        file = at.file;
        capture = at.capture;
        ordinal = 0;
        this.frameInFile = frameInFile;
        this.copy = copy;
        this.mightOnlyAnswer = mightOnlyAnswer;
        packet = null;
        hostVersion = 0;
        hostHigh = 0;
        hostLow = 0;
    }

    /** Where an event stands. */
    record Place(long frame, long messages, @Nullable String file, int capture) {

        static Place of(Frame frame, long messages) {
            return new Place(frame.number(), messages, frame.file(), frame.capture());
        }
    }

    /** A packet of a frame; the view is used to look at it. */
    static IcmpEvent of(SentPacket packet, Frame frame, int ordinal, long messages, PacketView view) {
        packet.show(view, frame.number(), frame.file(), frame.numberInFile(), messages);
        return new IcmpEvent(Place.of(frame, messages), ordinal, frame.numberInFile(), packet, AskingHost.of(view));
    }

    /** A frame that cannot be decoded yet, before which there are so many messages. */
    static IcmpEvent of(FrameCopy copy, boolean mightOnlyAnswer, Frame frame, long messages) {
        return new IcmpEvent(Place.of(frame, messages), frame.numberInFile(), copy, mightOnlyAnswer);
    }

    /** The same at another place. */
    IcmpEvent at(Place place) {
        return new IcmpEvent(this, place);
    }

    Place place() {
        return new Place(frame, messages, file, capture);
    }

    /** Whether it is of no use unless there was a probe of TCP before it. */
    boolean mightOnlyAnswer() {
        return mightOnlyAnswer;
    }

    boolean isMessage() {
        return packet != null && packet.isIcmp();
    }

    /** Points a view at the packet. */
    void show(PacketView view) {
        if (packet == null) {
            throw new IllegalStateException("a frame that needs an EventJoin is no message yet");
        }
        packet.show(view, frame, file, frameInFile, messages);
    }

    /** Points a frame at the frame. */
    void show(Frame into) {
        if (copy == null) {
            throw new IllegalStateException("a message is decoded already");
        }
        copy.show(into, frame, file, frameInFile, capture);
    }

    /**
     * Says whether this is a frame that can be decoded only when those before it are known: for {@link EventJoin#join}. All
     * others are for {@link PartialReport#see}.
     *
     * @return whether it is
     */
    public boolean needsJoin() {
        return copy != null;
    }

    /**
     * Returns whose story it belongs to. All events of one asking host are to be seen by the same {@link PartialReport}: a
     * question, its answers and the errors about it.
     *
     * @return an address; the unspecified one of IPv6 for what concerns a link as a whole
     * @throws IllegalStateException when this {@linkplain #needsJoin needs a join} first
     */
    public IpAddress askingHost() {
        if (copy != null) {
            throw new IllegalStateException("a frame that needs an EventJoin has no asking host yet");
        }
        return new IpAddress(hostVersion, hostHigh, hostLow);
    }

    @Override
    public int compareTo(IcmpEvent other) {
        return frame == other.frame ? Integer.compare(ordinal, other.ordinal) : Long.compare(frame, other.frame);
    }

    /**
     * Returns which capture it is from.
     *
     * @return its name, or null when it was {@linkplain TimelineOrder#place placed} and is from the only one
     */
    public @Nullable String file() {
        return file;
    }

    /** Returns which frame it is from, for people. */
    @Override
    public String toString() {
        return (file == null ? "frame " : file + " frame ") + frameInFile;
    }
}
