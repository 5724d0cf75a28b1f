package io.icmpscope.internal.analysis.finding.path;

import io.icmpscope.internal.analysis.finding.DisplayFilter;
import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.message.IpAddress;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What the rules of this room say alike. */
final class Words {

    private static final int MOST_NAMED = 3;
    private static final int MOST_IN_A_FILTER = 20;

    private Words() {}

    /** Names a few of many, such as {@code "192.0.2.1, 192.0.2.2, 192.0.2.3 and 5 more"}. */
    static String few(Collection<?> things) {
        if (things.isEmpty()) {
            return "an address that was not quoted";
        }
        String named = things.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        return things.size() <= MOST_NAMED ? named : named + " and " + Say.count(things.size() - MOST_NAMED) + " more";
    }

    /** Selects errors of a type and some codes; all codes when none is known. */
    static String errors(int version, int type, Collection<Integer> codes) {
        String ofType = DisplayFilter.type(version, type);
        return codes.isEmpty()
                ? ofType
                : DisplayFilter.all(ofType, DisplayFilter.code(version, codes.toArray(Integer[]::new)));
    }

    /** Selects what comes from one of some addresses, or everything of the version when they are too many to write down. */
    static String from(Collection<IpAddress> addresses) {
        return ofAny("src", addresses);
    }

    /** Selects what is sent to one of some addresses, or everything of the version when they are too many. */
    static String to(Collection<IpAddress> addresses) {
        return ofAny("dst", addresses);
    }

    private static String ofAny(String field, Collection<IpAddress> addresses) {
        List<String> fields = addresses.stream()
                .map(address -> address.version() == 4 ? "ip" : "ipv6")
                .distinct()
                .toList();
        if (fields.size() != 1 || addresses.size() > MOST_IN_A_FILTER) {
            return fields.isEmpty() ? "frame" : DisplayFilter.any(fields.toArray(String[]::new));
        }
        return DisplayFilter.in(fields.get(0) + "." + field, addresses);
    }
}
