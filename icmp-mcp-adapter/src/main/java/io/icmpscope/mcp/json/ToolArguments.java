package io.icmpscope.mcp.json;

import io.icmpscope.mcp.access.ErrorCode;
import io.icmpscope.mcp.access.Refusal;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of the tool {@code analyze_icmp_packets}, checked. Checked here and not by the schema validator of the
 * SDK, whose words would neither carry our codes nor say what to do.
 *
 * @param pcapFile the capture, as given
 * @param maxPackets how many packet entries to list, or null when the caller leaves it to us
 * @param offset how many messages to pass over
 */
public record ToolArguments(String pcapFile, @Nullable Integer maxPackets, long offset) {

    static final String PCAP_FILE = "pcap_file";
    static final String MAX_PACKETS = "max_packets";
    static final String OFFSET = "offset";
    private static final Set<String> ALL = Set.of(PCAP_FILE, MAX_PACKETS, OFFSET);

    /**
     * Reads the arguments of a call.
     *
     * @param given the arguments as they came
     * @return the arguments
     * @throws Refusal when one is missing or wrong
     */
    public static ToolArguments of(Map<String, ?> given) throws Refusal {
        Set<String> unknown = new TreeSet<>(given.keySet());
        unknown.removeAll(ALL);
        if (!unknown.isEmpty()) {
            throw badArgument(
                    "There is an argument that this tool does not have; it has pcap_file, max_packets and offset.");
        }
        Long maxPackets = integer(given, MAX_PACKETS);
        Long offset = integer(given, OFFSET);
        return new ToolArguments(
                file(given),
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
        return given.get(PCAP_FILE) instanceof String file ? file : null;
    }

    private static String file(Map<String, ?> given) throws Refusal {
        String file = fileIn(given);
        if (file == null) {
            throw badArgument("pcap_file must be a string: the absolute path of a capture file.");
        }
        return file;
    }

    private static @Nullable Long integer(Map<String, ?> given, String name) throws Refusal {
        Object value = given.get(name);
        if (value == null) {
            return null;
        }
        if (value instanceof Number number
                && number.doubleValue() >= 0
                && number.doubleValue() == Math.rint(number.doubleValue())) {
            return number.longValue();
        }
        throw badArgument(name + " must be an integer of 0 or more.");
    }

    private static Refusal badArgument(String sentence) {
        return new Refusal(ErrorCode.BAD_ARGUMENT, sentence);
    }
}
