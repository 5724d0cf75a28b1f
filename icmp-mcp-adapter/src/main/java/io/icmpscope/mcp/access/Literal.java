package io.icmpscope.mcp.access;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Addresses that are written out. No name server is asked for them. */
final class Literal {

    private static final String BYTE = "(0|[1-9][0-9]?|1[0-9][0-9]|2[0-4][0-9]|25[0-5])";

    /** Four decimal numbers: resolvers read 0177.0.0.1, 127.1 and 2130706433 as addresses too, each its own way. */
    private static final Pattern IPV4 = Pattern.compile("(" + BYTE + "\\.){3}" + BYTE);

    /** The characters of one; a zone is none of them. */
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f]*:[0-9A-Fa-f:.]*");

    /** What ends in a number is taken for an IPv4 address by browsers, and by some resolvers. */
    private static final Pattern NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0[xX][0-9A-Fa-f]*)\\.?");

    private static final int IPV6_BYTES = 16;
    private static final int MAPPED_AT = 10;

    private Literal() {}

    static boolean is(String host) {
        return IPV4.matcher(host).matches() || IPV6.matcher(host).matches();
    }

    /** Tells whether something else than we may take it for an address, and who knows for which. */
    static boolean isOdd(String host) {
        return !is(host) && NUMBER.matcher(host).matches();
    }

    /**
     * Reads an address.
     *
     * @param literal for which {@link #is} holds
     * @return the address; one that was written as IPv6 stays one
     * @throws UnknownHostException when it is none after all
     */
    static InetAddress of(String literal) throws UnknownHostException {
        if (!literal.contains(":")) {
            return InetAddress.getByName(literal);
        }
        InetAddress address = InetAddress.getByName("[" + literal + "]");
        return address instanceof Inet4Address ? mapped(address.getAddress()) : address;
    }

    /** {@code ::ffff:a.b.c.d}, which the JDK turns to IPv4. */
    private static InetAddress mapped(byte[] ipv4) throws UnknownHostException {
        byte[] bytes = new byte[IPV6_BYTES];
        bytes[MAPPED_AT] = (byte) 0xFF;
        bytes[MAPPED_AT + 1] = (byte) 0xFF;
        System.arraycopy(ipv4, 0, bytes, MAPPED_AT + 2, ipv4.length);
        return Inet6Address.getByAddress(null, bytes, -1);
    }
}
