package io.icmpscope.mcp.json;

import io.icmpscope.mcp.access.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of the tool {@code analyze_icmp_packets}, checked.
 *
 * @param pcapFile the capture, as given
 * @param maxPackets how many packet entries to list, or null when the caller leaves it to us
 * @param offset how many messages to pass over
 */
public record ToolArguments(String pcapFile, @Nullable Integer maxPackets, long offset) {

    static final String MAX_PACKETS = "max_packets";
    static final String OFFSET = "offset";

    /**
     * Reads the arguments of a call.
     *
     * @param given the arguments as they came
     * @return the arguments
     * @throws Refusal when one is missing or wrong
     */
    public static ToolArguments of(Map<String, ?> given) throws Refusal {
        Arguments arguments = Arguments.of(given, List.of(Arguments.PCAP_FILE, MAX_PACKETS, OFFSET));
        Long maxPackets = arguments.integer(MAX_PACKETS, 0);
        Long offset = arguments.integer(OFFSET, 0);
        return new ToolArguments(
                arguments.file(),
                maxPackets == null ? null : (int) Math.min(maxPackets, Integer.MAX_VALUE),
                offset == null ? 0 : offset);
    }

    /**
     * Finds the capture that arguments name, right or wrong as they are otherwise.
     *
     * @param given the arguments as they came
     * @return the capture, as given, or null
     */
    public static @Nullable String fileIn(Map<String, ?> given) {
        return Arguments.fileIn(given);
    }
}
