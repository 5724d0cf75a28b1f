package io.icmpscope.internal.analysis.finding;

import io.icmpscope.message.IpAddress;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Parts of Wireshark's display filters. A field stands for all its occurrences in a frame: of tunnels, and of what an ICMP
 * error quotes.
 */
public final class DisplayFilter {

    private static final int MOST_VALUES = 8;

    private DisplayFilter() {}

    /**
     * Selects what fulfils all of some filters.
     *
     * @param filters the filters
     * @return one filter
     */
    public static String all(String... filters) {
        return String.join(" && ", filters);
    }

    /**
     * Selects what fulfils one of some filters at least.
     *
     * @param filters the filters
     * @return one filter, in parentheses when there are several
     */
    public static String any(String... filters) {
        return filters.length == 1 ? filters[0] : "(" + String.join(" || ", filters) + ")";
    }

    /**
     * Selects packets that have a source, or errors that quote such.
     *
     * @param address the source
     * @return the filter
     */
    public static String from(IpAddress address) {
        return ip(address) + ".src == " + address;
    }

    /**
     * Selects packets that have a destination, or errors that quote such.
     *
     * @param address the destination
     * @return the filter
     */
    public static String to(IpAddress address) {
        return ip(address) + ".dst == " + address;
    }

    /**
     * Selects packets from or to an address, or errors that quote such.
     *
     * @param address the address
     * @return the filter
     */
    public static String with(IpAddress address) {
        return ip(address) + ".addr == " + address;
    }

    /**
     * Selects messages by their type.
     *
     * @param icmpVersion 4 for ICMP, 6 for ICMPv6
     * @param types the types, at least one
     * @return the filter
     */
    public static String type(int icmpVersion, Integer... types) {
        return in(icmp(icmpVersion) + ".type", List.of(types));
    }

    /**
     * Selects echo messages by their identifiers, when these are few.
     *
     * @param icmpVersion 4 for ICMP, 6 for ICMPv6
     * @param identifiers 0 to 65,535 each, at least one
     * @return the filter; of many identifiers, one that selects all echo messages
     */
    public static String identifiers(int icmpVersion, Collection<Integer> identifiers) {
        String field = icmpVersion == 4 ? "icmp.ident" : "icmpv6.echo.identifier";
        return identifiers.size() > MOST_VALUES ? field : in(field, identifiers);
    }

    /**
     * Selects fragments.
     *
     * @param ipVersion 4 or 6
     * @return the filter
     */
    public static String fragments(int ipVersion) {
        return ipVersion == 4 ? "(ip.flags.mf == 1 || ip.frag_offset > 0)" : "ipv6.fraghdr";
    }

    /**
     * Selects messages by their code.
     *
     * @param icmpVersion 4 for ICMP, 6 for ICMPv6
     * @param codes the codes, at least one
     * @return the filter
     */
    public static String code(int icmpVersion, Integer... codes) {
        return in(icmp(icmpVersion) + ".code", List.of(codes));
    }

    /**
     * Selects echo messages by their identifier.
     *
     * @param icmpVersion 4 for ICMP, 6 for ICMPv6
     * @param identifier 0 to 65,535
     * @return the filter
     */
    public static String identifier(int icmpVersion, int identifier) {
        return identifiers(icmpVersion, List.of(identifier));
    }

    /**
     * Selects what has one of some values in a field.
     *
     * @param field the field
     * @param values the values, at least one
     * @return the filter
     */
    public static String in(String field, Collection<?> values) {
        return values.size() == 1
                ? field + " == " + values.iterator().next()
                : field + " in {" + values.stream().map(String::valueOf).collect(Collectors.joining(", ")) + "}";
    }

    /**
     * Names the protocol of a version of ICMP.
     *
     * @param icmpVersion 4 for ICMP, 6 for ICMPv6
     * @return as Wireshark calls it
     */
    public static String icmp(int icmpVersion) {
        return icmpVersion == 4 ? "icmp" : "icmpv6";
    }

    private static String ip(IpAddress address) {
        return address.version() == 4 ? "ip" : "ipv6";
    }
}
