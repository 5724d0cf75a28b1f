package io.icmpscope.internal.capture;

import io.icmpscope.report.CaptureFacts;
import org.jspecify.annotations.Nullable;

/**
 * How a capture is stored, and what it says about itself.
 *
 * @param name the capture, as given, when it is one of several; else null
 * @param format as in {@link CaptureFacts#format}
 * @param byteOrder as in {@link CaptureFacts#byteOrder}, of the first section
 * @param compressed whether {@code sizeBytes} counts packed bytes
 * @param sizeBytes how many bytes it has, as stored
 * @param notes its interfaces, comments and warnings; they grow as it is read
 */
public record CaptureStorage(
        @Nullable String name,
        String format,
        String byteOrder,
        boolean compressed,
        long sizeBytes,
        CaptureNotes notes) {}
