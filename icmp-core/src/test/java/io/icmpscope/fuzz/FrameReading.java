package io.icmpscope.fuzz;

import io.icmpscope.internal.bytes.Source;
import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.internal.capture.CaptureFormats;
import io.icmpscope.internal.capture.CaptureReader;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.report.CaptureFormatException;
import io.icmpscope.report.CaptureWarning;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The frames of a capture, and the warnings about it. */
final class FrameReading {

    /** What a frame showed. Two are the same when their bytes are. */
    record Seen(long number, byte[] bytes, long wireBytes, long timeNanos, int linkType, int fcsBytes) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Seen seen
                    && number == seen.number
                    && Arrays.equals(bytes, seen.bytes)
                    && wireBytes == seen.wireBytes
                    && timeNanos == seen.timeNanos
                    && linkType == seen.linkType
                    && fcsBytes == seen.fcsBytes;
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "%d: %s of %d, %d, link type %d"
                    .formatted(number, HexFormat.of().formatHex(bytes), wireBytes, timeNanos, linkType);
        }
    }

    private final CaptureReader reader;
    private final int size;

    private FrameReading(CaptureReader reader, int size) {
        this.reader = reader;
        this.size = size;
    }

    /** Begins to read bytes in memory; null when they are no capture. */
    static FrameReading start(byte[] capture) throws IOException {
        return start(Sources.of(ByteBuffer.wrap(capture)), capture.length);
    }

    private static FrameReading start(Source source, int size) throws IOException {
        try {
            return new FrameReading(CaptureFormats.open(source), size);
        } catch (CaptureFormatException refused) {
            Invariant.holds(refused.offset() >= 0 && refused.offset() <= size, refused);
            return null;
        }
    }

    /**
     * Reads bytes as a capture: in memory, as a stream and up to somewhere, and holds the answers to each other.
     *
     * @param prefix how many of the bytes are read once more without the rest
     */
    static void holds(byte[] capture, int prefix) throws IOException {
        FrameReading whole = start(capture);
        FrameReading streamed = start(Sources.of(new ByteArrayInputStream(capture)), capture.length);
        Invariant.same(whole == null, streamed == null, "a capture");
        FrameReading some = start(Arrays.copyOf(capture, prefix));
        Invariant.holds(some == null || whole != null, "the beginning is a capture and the whole is none");
        if (whole == null || streamed == null) {
            return;
        }
        List<Seen> frames = whole.most(Integer.MAX_VALUE);
        Invariant.same(frames, streamed.most(Integer.MAX_VALUE), "streamed");
        Invariant.same(whole.warnings(), streamed.warnings(), "warnings of the stream");
        if (some != null) {
            Invariant.beginning(some.most(Integer.MAX_VALUE), frames, "a prefix of the bytes");
        }
    }

    /** Reads at most so many frames on. */
    List<Seen> most(int count) throws IOException {
        List<Seen> frames = new ArrayList<>();
        Frame frame = new Frame();
        long offset = reader.offset();
        while (frames.size() < count && reader.next(frame)) {
            Invariant.holds(
                    reader.offset() > offset
                            && reader.offset() <= reader.source().reached(),
                    "it goes on");
            Invariant.holds(frame.wireBytes() >= frame.capturedBytes(), "so many bytes of so few");
            Invariant.holds(frame.number() == frames.size() + 1, "they are counted");
            offset = reader.offset();
            byte[] bytes = new byte[frame.capturedBytes()];
            frame.bytes().get(frame.start(), bytes);
            frames.add(new Seen(
                    frame.number(), bytes, frame.wireBytes(), frame.timeNanos(), frame.linkType(), frame.fcsBytes()));
        }
        return frames;
    }

    private List<CaptureWarning> warnings() {
        List<CaptureWarning> warnings = reader.notes().warnings().entries();
        for (CaptureWarning warning : warnings) {
            boolean inside = reader.source().isCompressed() || warning.byteOffset() <= size;
            Invariant.holds(warning.byteOffset() >= 0 && inside, warning);
        }
        return warnings;
    }
}
