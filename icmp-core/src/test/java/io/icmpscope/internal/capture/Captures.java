package io.icmpscope.internal.capture;

import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.report.CaptureWarning;
import io.icmpscope.report.CaptureWarning.Code;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Reads a capture to its end and keeps what the readers only show. */
final class Captures {

    /** What a {@link Frame} showed. */
    record Seen(long number, String hex, long wireBytes, long timeNanos, int linkType, int fcsBytes) {}

    final List<Seen> frames = new ArrayList<>();
    final CaptureReader reader;

    private Captures(CaptureReader reader) {
        this.reader = reader;
    }

    static Captures read(byte[] capture) throws IOException {
        try (CaptureReader reader = CaptureFormats.open(Sources.of(ByteBuffer.wrap(capture)))) {
            Captures all = new Captures(reader);
            Frame frame = new Frame();
            while (reader.next(frame)) {
                byte[] bytes = new byte[frame.capturedBytes()];
                frame.bytes().get(frame.start(), bytes);
                all.frames.add(new Seen(
                        frame.number(),
                        HexFormat.of().formatHex(bytes),
                        frame.wireBytes(),
                        frame.timeNanos(),
                        frame.linkType(),
                        frame.fcsBytes()));
            }
            return all;
        }
    }

    /** The bytes of the frames in hexadecimal digits. */
    List<String> hex() {
        return frames.stream().map(Seen::hex).toList();
    }

    List<Long> times() {
        return frames.stream().map(Seen::timeNanos).toList();
    }

    List<Code> codes() {
        return warnings().stream().map(CaptureWarning::code).toList();
    }

    List<CaptureWarning> warnings() {
        return reader.notes().warnings().entries();
    }

    /** The only warning. */
    CaptureWarning warning() {
        if (warnings().size() != 1) {
            throw new AssertionError("not one warning: " + warnings());
        }
        return warnings().get(0);
    }
}
