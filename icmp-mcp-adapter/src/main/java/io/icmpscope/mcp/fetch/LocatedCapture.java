package io.icmpscope.mcp.fetch;

import io.icmpscope.mcp.call.Call;
import io.icmpscope.mcp.unpack.CaptureTimeline;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A capture that can be read now.
 *
 * @param name what to call it in answers: as given, without secrets
 * @param file a regular file
 * @param afterwards what to do when it was read: a downloaded file is deleted, one that was there before stays
 */
public record LocatedCapture(String name, Path file, Runnable afterwards) implements Closeable {

    /**
     * Opens the capture for one reading.
     *
     * @param call who waits, and hears how far the reading is
     * @return the capture
     * @throws IOException when it is missing or not readable
     */
    public CaptureTimeline timeline(Call call) throws IOException {
        call.begin("Reading", Files.size(file));
        return CaptureTimeline.of(file).onOneThread().onProgress(call::at);
    }

    @Override
    public void close() {
        afterwards.run();
    }
}
