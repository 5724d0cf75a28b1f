package io.icmpscope.mcp.json;

import io.icmpscope.mcp.words.CaptureText;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.PacketEntry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines of the {@code packets} command. */
public final class PacketLines {

    private PacketLines() {}

    /**
     * Gives the line of a message.
     *
     * @param file the capture, as given
     * @param packet the message
     * @return the packet entry with its file
     */
    public static Map<String, @Nullable Object> packet(String file, PacketEntry packet) {
        return PacketJson.fill(new JsonObject().with("file", CaptureText.name(file)), packet, Share.WHOLE)
                .members();
    }

    /**
     * Gives the last line of a capture.
     *
     * @param file the capture, as given
     * @param totalPackets how many frames it has
     * @param icmpPackets how many messages they hold
     * @param facts what it is
     * @return how many there were, and what is damaged
     */
    public static Map<String, @Nullable Object> end(
            String file, long totalPackets, long icmpPackets, CaptureFacts facts) {
        return new JsonObject()
                .with("file", CaptureText.name(file))
                .with("end", true)
                .with("total_packets", totalPackets)
                .with("icmp_packets_found", icmpPackets)
                .withList(
                        "warnings",
                        CaptureJson.warnings(facts, file),
                        facts.warnings().omitted())
                .members();
    }
}
