package io.icmpscope.report;

/** What kind of question a session asks. */
public enum QueryKind {
    /** Echo, what ping sends: ICMP types 8 and 0, ICMPv6 types 128 and 129. */
    ECHO,
    /** The time of day: ICMP types 13 and 14, RFC 792. */
    TIMESTAMP,
    /** The own network's number: ICMP types 15 and 16, RFC 792. */
    INFORMATION,
    /** The own network's mask: ICMP types 17 and 18, RFC 950. */
    ADDRESS_MASK,
    /** The state of an interface: ICMP types 42 and 43, ICMPv6 types 160 and 161, RFC 8335. */
    EXTENDED_ECHO,
    /** Names or addresses of a node: ICMPv6 types 139 and 140, RFC 4620. */
    NODE_INFORMATION
}
