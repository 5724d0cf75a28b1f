package io.icmpscope.internal.analysis.finding.packet;

/** What can be odd about a message. */
enum Oddity {
    /** Its checksum does not hold. Told by sender, version of ICMP, and whether it was joined of fragments. */
    BAD_CHECKSUM,
    /** It was captured in part. */
    CUT,
    /** Its type or code is not in use. Told by {@link CodeStates#number}. */
    CODE_POINT,
    /** It goes to the address that it comes from. Told by address. */
    LAND,
    /** An address cannot be there. Told by {@link Martian#number}. */
    MARTIAN,
    /** An IP header of the other version carries it. Told by sender and version of ICMP. */
    MISMATCH,
    /** A routing header of type 0 is before it. Told by sender. */
    ROUTING_ZERO,
    /** It is an error, and came in fragments. Told by sender and version of ICMP. */
    FRAGMENTED_ERROR,
    /** It is of neighbour discovery, and has a fragment header. Told by sender. */
    FRAGMENTED_DISCOVERY,
    /** It is an error and quotes nothing that can be recognised. Told by reporter. */
    QUOTE_NONE,
    /** It is an error and quotes less than it must. Told by reporter. */
    QUOTE_SHORT,
    /** It is an error and quotes another version of IP than it has. Told by reporter. */
    QUOTE_VERSION,
    /** It is an error and quotes what its receiver did not send. Told by receiver. */
    QUOTE_FOREIGN,
    /** It is an error about an error. Told by reporter. */
    ABOUT_ERROR,
    /** It is an error about what went to a group or to all. Told by reporter. */
    ABOUT_GROUP,
    /** It is an error about a later fragment. Told by reporter. */
    ABOUT_FRAGMENT,
    /** It is an error about what nobody can have sent. Told by reporter. */
    ABOUT_NOBODY
}
