package io.icmpscope;

import io.icmpscope.handmade.Pcapng;
import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.internal.capture.CaptureFormats;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.capture.Frames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/** The frames of a capture, written into several files. */
final class SplitCapture {

    private static final int NANOSECONDS = 9; // if_tsresol

    private SplitCapture() {}

    /** Deals frames, counted from 0, to files. */
    static SortedMap<String, byte[]> of(byte[] capture, int files, IntUnaryOperator fileOfFrame) throws IOException {
        List<Pcapng> parts = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            parts.add(Pcapng.littleEndian());
        }
        int[] interfaces = new int[files];
        Frame frame = new Frame();
        try (Frames frames = CaptureFormats.open(Sources.of(ByteBuffer.wrap(capture)))) {
            for (int i = 0; frames.next(frame); i++) {
                int to = fileOfFrame.applyAsInt(i);
                write(frame, parts.get(to), interfaces[to]++);
            }
        }
        SortedMap<String, byte[]> named = new TreeMap<>();
        for (int i = 0; i < files; i++) {
            named.put(
                    (char) ('a' + (i * 7 + 3) % files) + ".pcapng", parts.get(i).bytes());
        }
        return named;
    }

    /** Each with an interface of its own, as it may have another link type; without a time when it has none. */
    private static void write(Frame frame, Pcapng to, int number) {
        byte[] bytes = new byte[frame.capturedBytes()];
        frame.bytes().get(frame.start(), bytes);
        boolean timeless = frame.timeNanos() == Frame.NO_TIME;
        int unit = timeless ? 0xFF : NANOSECONDS; // 2^-127 seconds cannot be
        byte[] checkSequence = to.option(13, new byte[] {(byte) (frame.fcsBytes() * 8)});
        to.iface(frame.linkType(), 0, to.resolution(unit), checkSequence);
        to.packet(number, timeless ? 0 : frame.timeNanos(), bytes.length, frame.wireBytes(), bytes);
    }
}
