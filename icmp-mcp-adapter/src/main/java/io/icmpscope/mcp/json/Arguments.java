package io.icmpscope.mcp.json;

import io.icmpscope.mcp.access.ErrorCode;
import io.icmpscope.mcp.access.Refusal;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a call as they came, taken one by one. What is wrong is refused in our own words and not in those of the
 * SDK's schema validator, which would neither carry our codes nor say what to do. An argument that is null is none.
 */
final class Arguments {

    static final String PCAP_FILE = "pcap_file";

    private final Map<String, ?> given;

    private Arguments(Map<String, ?> given) {
        this.given = given;
    }

    /** Takes the arguments of a call of a tool that has these, two at least. */
    static Arguments of(Map<String, ?> given, List<String> names) throws Refusal {
        if (!names.containsAll(given.keySet())) {
            int last = names.size() - 1;
            throw wrong("There is an argument that this tool does not have; it has "
                    + String.join(", ", names.subList(0, last)) + " and " + names.get(last) + ".");
        }
        return new Arguments(given);
    }

    /** The capture that arguments name, right or wrong as they are otherwise. */
    static @Nullable String fileIn(Map<String, ?> given) {
        return given.get(PCAP_FILE) instanceof String file ? file : null;
    }

    String file() throws Refusal {
        String file = fileIn(given);
        if (file == null) {
            throw wrong("pcap_file must be a string: the absolute path or the http(s) URL of a capture file.");
        }
        return file;
    }

    /** A text, or null without one; the refusal says what it should be. */
    @Nullable
    String text(String name, String what) throws Refusal {
        Object value = given.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw wrong(name + " must be " + what + ".");
    }

    /** Yes or no; no without one. */
    boolean flag(String name) throws Refusal {
        Object value = given.get(name);
        if (value == null || value instanceof Boolean) {
            return value != null && (Boolean) value;
        }
        throw wrong(name + " must be true or false.");
    }

    /** A whole number, or null without one. */
    @Nullable
    Long integer(String name, long least) throws Refusal {
        return integer(name, least, Long.MAX_VALUE, "an integer of " + least + " or more");
    }

    /** A whole number of a range, or null without one. */
    @Nullable
    Integer integer(String name, int least, int most) throws Refusal {
        Long value = integer(name, least, most, "an integer from " + least + " to " + most);
        return value == null ? null : value.intValue();
    }

    private @Nullable Long integer(String name, long least, long most, String what) throws Refusal {
        Object value = given.get(name);
        if (value == null || isInteger(value, least, most)) {
            return value == null ? null : (Long) ((Number) value).longValue();
        }
        throw wrong(name + " must be " + what + ".");
    }

    /** A whole number or a list of some, 0 to 255; none without. An empty list would say none and mean all. */
    SortedSet<Integer> octets(String name) throws Refusal {
        Object value = given.get(name);
        SortedSet<Integer> octets = new TreeSet<>();
        if (value instanceof List<?> none && none.isEmpty()) {
            throw wrong(name + " is an empty list; leave it out for messages of any.");
        }
        for (Object one : value instanceof List<?> several ? several : value == null ? List.of() : List.of(value)) {
            if (!isInteger(one, 0, 255)) {
                throw wrong(name + " must be an integer from 0 to 255, or a list of such integers.");
            }
            octets.add(((Number) one).intValue());
        }
        return octets;
    }

    /** A whole number may be written as 1.0 or 1e0, too. */
    private static boolean isInteger(@Nullable Object value, long least, long most) {
        return value instanceof Number number
                && number.doubleValue() >= least
                && number.doubleValue() <= most
                && number.doubleValue() < 0x1p63 // which is what the largest long is as a double
                && number.doubleValue() == Math.rint(number.doubleValue());
    }

    static Refusal wrong(String sentence) {
        return new Refusal(ErrorCode.BAD_ARGUMENT, sentence);
    }
}
