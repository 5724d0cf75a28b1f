package io.icmpscope.mcp.json;

import io.icmpscope.IcmpPackets;
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
        return PacketJson.fill(new JsonObject().with("file", file), packet).members();
    }

    /**
     * Gives the last line of a capture.
     *
     * @param file the capture, as given
     * @param packets its messages, all read
     * @return how many there were, and what is damaged
     */
    public static Map<String, @Nullable Object> end(String file, IcmpPackets packets) {
        var facts = packets.capture();
        return new JsonObject()
                .with("file", file)
                .with("end", true)
                .with("total_packets", packets.totalPackets())
                .with("icmp_packets_found", packets.icmpPackets())
                .withList(
                        "warnings",
                        CaptureJson.warnings(facts, file),
                        facts.warnings().omitted())
                .members();
    }
}
