package io.icmpscope.internal.packet;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link PacketView} points at, as a value that may be sent to another process, where a view shows it as if it had
 * just been decoded there. Where its frame stands in the capture is not in it. Immutable.
 */
public final class SentPacket implements Serializable {

    private final byte[] bytes;
    private final String[] words; // of the headers in front
    private final long[] details;
    private final long @Nullable [] fragments;
    private final int capturedBytes;
    private final long wireBytes;
    private final long timeNanos;
    private final byte ipVersion;
    private final int ipAt;
    private final int finalDestinationAt;
    private final int finalDestinationShared;
    private final int homeAddressAt;
    private final boolean lengthUnknown;
    private final byte icmpVersion;
    private final int transport;
    private final boolean probe;
    private final int at;
    private final int end;
    private final long declaredEnd;

    private SentPacket(PacketView view) {
        boolean joined = !view.fragments.isEmpty(); // then its buffer is longer than what is in it
        int start = view.frameStart;
        bytes = new byte
                [joined ? Math.max(view.end, Datagram.PAYLOAD) : Math.max(view.end - start, view.capturedBytes)];
        view.bytes.get(start, bytes);
        words = view.path.layerWords();
        details = view.path.layerDetails();
        fragments = joined ? view.fragments.stream().mapToLong(Long::longValue).toArray() : null;
        capturedBytes = view.capturedBytes;
        wireBytes = view.wireBytes;
        timeNanos = view.timeNanos;
        ipVersion = (byte) view.ipVersion;
        ipAt = view.ipAt - start;
        finalDestinationAt = inFrame(view.finalDestinationAt, start);
        finalDestinationShared = view.finalDestinationShared;
        homeAddressAt = inFrame(view.homeAddressAt, start);
        lengthUnknown = view.lengthUnknown;
        icmpVersion = (byte) view.icmpVersion;
        transport = view.transport;
        probe = view.probe;
        at = view.at - start;
        end = view.end - start;
        declaredEnd = view.declaredEnd - start;
    }

    private static int inFrame(int at, int start) {
        return at < 0 ? at : at - start;
    }

    /**
     * Copies what a view points at.
     *
     * @param view a message, or a probe or the answer to one
     * @return the same as a value; what collectors noted in the view is left out
     */
    public static SentPacket of(PacketView view) {
        return new SentPacket(view);
    }

    /** Makes a view of its own, which outlives the frame; what collectors noted in the other is left out. */
    static PacketView copy(PacketView view) {
        PacketView copy = new PacketView();
        of(view).show(copy, view.frameNumber, view.file, view.frameInFile, view.messageNumber);
        return copy;
    }

    /**
     * Points a view at the copy.
     *
     * @param view is filled as by a decoder
     * @param frame the number of the frame
     * @param file its capture, or null when there is only one
     * @param frameInFile its number in that capture
     * @param message the position among the messages, from 1, when it is one
     */
    public void show(PacketView view, long frame, @Nullable String file, long frameInFile, long message) {
        view.forgetNotes();
        view.path.replace(words, details);
        view.bytes = ByteBuffer.wrap(bytes);
        view.fragments =
                fragments == null ? List.of() : LongStream.of(fragments).boxed().toList();
        view.frameStart = 0;
        view.capturedBytes = capturedBytes;
        view.wireBytes = wireBytes;
        view.timeNanos = timeNanos;
        view.frameNumber = frame;
        view.file = file;
        view.frameInFile = frameInFile;
        view.messageNumber = message;
        view.ipVersion = ipVersion;
        view.ipAt = ipAt;
        view.finalDestinationAt = finalDestinationAt;
        view.finalDestinationShared = finalDestinationShared;
        view.homeAddressAt = homeAddressAt;
        view.lengthUnknown = lengthUnknown;
        view.icmpVersion = icmpVersion;
        view.transport = transport;
        view.probe = probe;
        view.at = at;
        view.end = end;
        view.declaredEnd = declaredEnd;
        view.read();
    }

    /**
     * Says whether this is an ICMP message.
     *
     * @return as {@link PacketView#isIcmp}
     */
    public boolean isIcmp() {
        return icmpVersion != 0;
    }
}
