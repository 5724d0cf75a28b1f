package io.icmpscope.internal.analysis.payload;

import io.icmpscope.message.IpAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Echo requests from one host to another that are known from a program.
 *
 * @param tool the program
 * @param source who sent them
 * @param destination whom they were for
 * @param count how many
 * @param frames the frames of the first, 10 at most
 * @param firstTime the time of the first, or null
 * @param lastTime the time of the last, or null
 */
public record ToolSighting(
        EchoTool tool,
        IpAddress source,
        IpAddress destination,
        long count,
        List<Long> frames,
        @Nullable Instant firstTime,
        @Nullable Instant lastTime) {

    /** Keeps a copy of the list. */
    public ToolSighting {
        frames = List.copyOf(frames);
    }
}
