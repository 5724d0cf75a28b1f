package io.icmpscope.fuzz;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a capture has its frames and where it says lengths, for those who want to damage it there. Found without the readers
 * that are tried by it; of what is neither pcap nor pcapng, and behind damage, nothing is found.
 */
final class CaptureLayout {

    /** A number that says how long something is. */
    record Length(int at, int bytes, ByteOrder order) {

        long read(byte[] capture) {
            ByteBuffer in = ByteBuffer.wrap(capture).order(order);
            return bytes == 2 ? in.getShort(at) & 0xFFFF : in.getInt(at) & 0xFFFF_FFFFL;
        }

        void write(byte[] capture, long value) {
            ByteBuffer out = ByteBuffer.wrap(capture).order(order);
            if (bytes == 2) {
                out.putShort(at, (short) value);
            } else {
                out.putInt(at, (int) value);
            }
        }
    }

    /** The captured bytes of a packet. */
    record Stretch(int from, int to) {}

    private static final int SECTION = 0x0A0D0D0A; // pcapng block types
    private static final int INTERFACE = 1;
    private static final int OLD_PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int PACKET = 6;

    final List<Length> lengths = new ArrayList<>();
    final List<Stretch> frames = new ArrayList<>();
    private final ByteBuffer in;

    private CaptureLayout(byte[] capture) {
        in = ByteBuffer.wrap(capture);
    }

    static CaptureLayout of(byte[] capture) {
        CaptureLayout layout = new CaptureLayout(capture);
        try {
            layout.read();
        } catch (BufferUnderflowException | IndexOutOfBoundsException end) {
            // What was found so far is all there is.
        }
        return layout;
    }

    private void read() {
        switch (in.getInt(0)) {
            case 0xA1B2C3D4, 0xA1B23C4D -> pcap(ByteOrder.BIG_ENDIAN, 16);
            case 0xD4C3B2A1, 0x4D3CB2A1 -> pcap(ByteOrder.LITTLE_ENDIAN, 16);
            case 0xA1B2CD34 -> pcap(ByteOrder.BIG_ENDIAN, 24);
            case 0x34CDB2A1 -> pcap(ByteOrder.LITTLE_ENDIAN, 24);
            case SECTION -> pcapng();
            default -> {} // compressed, or of another kind
        }
    }

    private void pcap(ByteOrder order, int header) {
        in.order(order);
        for (int at = 24; at < in.limit(); ) {
            length(at + 8, 4);
            length(at + 12, 4);
            at = frame(at + header, in.getInt(at + 8));
        }
    }

    private void pcapng() {
        for (int at = 0; at < in.limit(); ) {
            if (in.getInt(at) == SECTION) {
                in.order(in.get(at + 8) == 0x1A ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            }
            int size = in.getInt(at + 4);
            length(at + 4, 4);
            length(Math.addExact(at, size) - 4, 4);
            block(at, at + size - 4);
            at += Math.max(12, size);
        }
    }

    private void block(int at, int end) {
        switch (in.getInt(at)) {
            case SECTION -> options(at + 24, end);
            case INTERFACE -> options(at + 16, end);
            case SIMPLE_PACKET -> {
                length(at + 8, 4);
                frame(at + 12, Math.min(in.getInt(at + 8), end - at - 12));
            }
            case OLD_PACKET, PACKET -> {
                length(at + 20, 4);
                length(at + 24, 4);
                options(frame(at + 28, in.getInt(at + 20)) + 3 & ~3, end);
            }
            default -> {} // holds no packets
        }
    }

    private void options(int first, int end) {
        for (int at = first; at + 4 <= end; at += 4 + ((in.getShort(at + 2) & 0xFFFF) + 3 & ~3)) {
            length(at + 2, 2);
        }
    }

    private void length(int at, int bytes) {
        if (at < 0 || at + bytes > in.limit()) {
            throw new BufferUnderflowException();
        }
        lengths.add(new Length(at, bytes, in.order()));
    }

    private int frame(int from, int size) {
        if (size < 0 || size > in.limit() - from) {
            throw new BufferUnderflowException();
        }
        if (size > 0) {
            frames.add(new Stretch(from, from + size));
        }
        return from + size;
    }
}
