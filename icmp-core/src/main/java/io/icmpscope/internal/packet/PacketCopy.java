package io.icmpscope.internal.packet;

import java.nio.ByteBuffer;

/** Makes views that outlive the frame they were found in. */
public final class PacketCopy {

    private PacketCopy() {}

    /**
     * Copies a view with the bytes of its frame.
     *
     * @param view what was found in a frame
     * @return the same as an own view; what collectors noted in it is left out
     */
    public static PacketView of(PacketView view) {
        if (!view.fragments.isEmpty()) {
            return of(view, view.bytes, 0); // a datagram that was joined is not changed any more
        }
        ByteBuffer own =
                ByteBuffer.allocate(view.capturedBytes).put(0, view.bytes, view.frameStart, view.capturedBytes);
        return of(view, own, -view.frameStart);
    }

    /** Copies a view without the bytes, which stay where they are. */
    static PacketView inPlace(PacketView view) {
        return of(view, view.bytes, 0);
    }

    private static PacketView of(PacketView view, ByteBuffer bytes, int shift) {
        PacketView copy = new PacketView();
        copy.path = view.path.copy();
        copy.bytes = bytes;
        copy.fragments = view.fragments;
        copy.frameStart = view.frameStart + shift;
        copy.capturedBytes = view.capturedBytes;
        copy.wireBytes = view.wireBytes;
        copy.timeNanos = view.timeNanos;
        copy.frameNumber = view.frameNumber;
        copy.file = view.file;
        copy.frameInFile = view.frameInFile;
        copy.messageNumber = view.messageNumber;
        copy.ipVersion = view.ipVersion;
        copy.ipAt = view.ipAt + shift;
        copy.finalDestinationAt = shifted(view.finalDestinationAt, shift);
        copy.finalDestinationShared = view.finalDestinationShared;
        copy.homeAddressAt = shifted(view.homeAddressAt, shift);
        copy.lengthUnknown = view.lengthUnknown;
        copy.icmpVersion = view.icmpVersion;
        copy.type = view.type;
        copy.transport = view.transport;
        copy.probe = view.probe;
        copy.at = view.at + shift;
        copy.end = view.end + shift;
        copy.declaredEnd = view.declaredEnd + shift;
        copy.read();
        return copy;
    }

    private static int shifted(int at, int shift) {
        return at < 0 ? at : at + shift;
    }
}
