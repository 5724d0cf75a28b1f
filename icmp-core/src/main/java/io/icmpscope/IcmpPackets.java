package io.icmpscope;

import io.icmpscope.internal.analysis.echo.ReplyLinker;
import io.icmpscope.internal.packet.PacketEntries;
import io.icmpscope.internal.packet.PacketPump;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.CaptureFile;
import io.icmpscope.report.PacketEntry;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ICMP messages of a capture one by one, in the order of the file, or of several as one timeline, read as they are asked
 * for. Nothing is kept of a message but what links a later reply to it: replies name their request and the time since it.
 * When bytes cannot be read any further, all messages that came whole before them were returned.
 *
 * <pre>{@code
 * try (IcmpPackets packets = IcmpAnalyzer.packets(path, AnalysisOptions.defaults())) {
 *     for (PacketEntry packet = packets.next(); packet != null; packet = packets.next()) {
 *         System.out.println(packet.source() + " " + packet.message());
 *     }
 * }
 * }</pre>
 *
 * <p>For one thread.
 */
public final class IcmpPackets implements Closeable {

    private final PacketPump pump;
    private final ReplyLinker linker;

    IcmpPackets(PacketPump pump, AnalysisOptions options) {
        this.pump = pump;
        this.linker = new ReplyLinker(options);
    }

    /**
     * Goes on to the next message.
     *
     * @return the message, or null at the end
     * @throws IOException when the capture cannot be read, or this was closed ({@link java.nio.channels.ClosedChannelException});
     *     damage is no reason
     */
    public @Nullable PacketEntry next() throws IOException {
        if (!pump.next()) {
            return null;
        }
        linker.link(pump.view());
        return PacketEntries.entry(pump.view(), pump.messages());
    }

    /**
     * Returns how many frames were read so far, those without ICMP included.
     *
     * @return frames
     */
    public long totalPackets() {
        return pump.frames();
    }

    /**
     * Returns how many ICMP messages were read so far.
     *
     * @return messages
     */
    public long icmpPackets() {
        return pump.messages();
    }

    /**
     * Returns what the capture is, as far as it was read; whole after {@link #next} returned null.
     *
     * @return the facts; of several captures those of the timeline
     */
    public CaptureFacts capture() {
        return pump.facts();
    }

    /**
     * Returns what each of several captures is, as far as it was read.
     *
     * @return the captures in the order of the timeline, or none when there is only one
     */
    public List<CaptureFile> captures() {
        return pump.captures();
    }

    @Override
    public void close() throws IOException {
        pump.close();
    }
}
