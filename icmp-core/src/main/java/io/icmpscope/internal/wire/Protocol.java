package io.icmpscope.internal.wire;

/** What can follow a header, as one number: a registry in the upper half, its value in the lower. */
public final class Protocol {

    /** Nothing that is decoded. */
    public static final int NONE = 0;

    private static final int ETHERTYPE = 1 << 16;
    private static final int IP = 2 << 16;

    /** ICMP, over either version of IP. */
    public static final int ICMP = IP | 1;

    /** ICMPv6, over either version of IP. */
    public static final int ICMPV6 = IP | 58;

    /** A part of a datagram, which can be decoded only when the others are joined to it. */
    public static final int FRAGMENT = 3 << 16;

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
}
