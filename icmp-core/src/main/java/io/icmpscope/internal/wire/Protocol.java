package io.icmpscope.internal.wire;

/** What can follow a header, as one number: a registry in the upper half, its value in the lower. */
public final class Protocol {

    /** Nothing that is decoded. */
    public static final int NONE = 0;

    static final int ETHERTYPE = 1 << 16;
    static final int IP = 2 << 16;

    /** ICMP, over either version of IP. */
    public static final int ICMP = IP | 1;

    /** ICMPv6, over either version of IP. */
    public static final int ICMPV6 = IP | 58;

    /** UDP, over either version of IP. */
    public static final int UDP = IP | 17;

    /** TCP, over either version of IP. */
    public static final int TCP = IP | 6;

    /** A part of a datagram, which can be decoded only when the others are joined to it. */
    public static final int FRAGMENT = 3 << 16;

    private static final int LINK = 4 << 16;
    static final int PPP_PROTOCOL = 5 << 16;
    static final int UDP_PORT = 6 << 16;
    static final int GRE = 7 << 16;
    private static final int UNNUMBERED = 8 << 16; // what no registry has, numbered here

    static final int ETHERNET = LINK | 1;
    static final int WLAN = LINK | 105;
    static final int MPLS = ETHERTYPE | 0x8847;
    static final int PPP = ETHERTYPE | 0x880B;

    static final int LLC = UNNUMBERED | 1;
    static final int SNAP = UNNUMBERED | 2;
    static final int A_MSDU = UNNUMBERED | 3;
    static final int WLAN_PADDED = UNNUMBERED | 4;
    static final int WLAN_SWAPPED = UNNUMBERED | 5;
    static final int NETFILTER = UNNUMBERED | 6;
    static final int CONTROL_WORD = UNNUMBERED | 7;

    private Protocol() {}

    /**
     * Names what an EtherType announces.
     *
     * @param value the EtherType, 0 to 65,535
     * @return the protocol
     */
    public static int etherType(int value) {
        return ETHERTYPE | value;
    }

    /**
     * Names what the protocol field or next header field of IP announces.
     *
     * @param number the IP protocol number, 0 to 255
     * @return the protocol
     */
    public static int ip(int number) {
        return IP | number;
    }

    /** Names what frames of a link type begin with; {@link #NONE} for what cannot be a number of one. */
    static int linkType(int number) {
        return number >>> 16 == 0 ? LINK | number : NONE;
    }

    /** The link type that a protocol names, or -1 when it names another kind of thing. */
    static int asLinkType(int protocol) {
        return protocol >>> 16 == LINK >>> 16 ? protocol & 0xFFFF : -1;
    }

    /** Names what a protocol number of PPP announces, 0 to 65,535. */
    static int ppp(int number) {
        return PPP_PROTOCOL | number;
    }

    /** Names what a port of UDP is known for, 0 to 65,535. */
    static int udpPort(int number) {
        return UDP_PORT | number;
    }

    /** Names what only GRE means by a protocol type, 0 to 65,535. */
    static int gre(int type) {
        return GRE | type;
    }
}
