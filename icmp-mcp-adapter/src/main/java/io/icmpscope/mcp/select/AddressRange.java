package io.icmpscope.mcp.select;

import io.icmpscope.message.IpAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a prefix, or one alone.
 *
 * @param first the prefix, zeros behind it
 * @param length how many bits all of them share: 0 to 32, or to 128 with IPv6
 */
public record AddressRange(IpAddress first, int length) {

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)"; // 010 is 8 to some and 10 to others
    private static final Pattern V4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern V6 = Pattern.compile("(?=[^:]*:)[0-9A-Fa-f:.]{2,45}");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,3}");
    private static final long MAPPED = 0xFFFF_0000_0000L; // RFC 4291, section 2.5.5.2

    /**
     * Reads an address or a prefix.
     *
     * @param text such as {@code 192.0.2.1}, {@code 10.0.0.0/8} or {@code 2001:db8::/32}; bits behind the prefix do not matter
     * @return the range, or null when it is none
     */
    public static @Nullable AddressRange of(String text) {
        int slash = text.indexOf('/');
        IpAddress address = address(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            return null;
        }
        int most = address.version() == 4 ? 32 : 128;
        String behind = slash < 0 ? String.valueOf(most) : text.substring(slash + 1);
        int length = LENGTH.matcher(behind).matches() ? Integer.parseInt(behind) : most + 1;
        return length > most ? null : new AddressRange(cut(address, length), length);
    }

    /**
     * Says whether an address is one of these.
     *
     * @param address an address, or null for none
     * @return whether it is
     */
    public boolean contains(@Nullable IpAddress address) {
        return address != null
                && address.version() == first.version()
                && cut(address, length).equals(first);
    }

    private static IpAddress cut(IpAddress address, int length) {
        return address.version() == 4
                ? new IpAddress(4, 0, address.low() & mask(length + 32))
                : new IpAddress(6, address.high() & mask(length), address.low() & mask(length - 64));
    }

    /** So many ones and then zeros: 64 at most, none at least. */
    private static long mask(int ones) {
        return ones <= 0 ? 0 : ones >= 64 ? -1 : -1L << (64 - ones);
    }

    private static @Nullable IpAddress address(String text) {
        boolean v6 = V6.matcher(text).matches();
        if (!v6 && !V4.matcher(text).matches()) {
            return null;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(InetAddress.getByName(text).getAddress()); // digits: nobody is asked
            if (bytes.capacity() == 16) {
                return IpAddress.v6(bytes.getLong(0), bytes.getLong(8));
            }
            int bits = bytes.getInt(0); // also of an IPv6 address that maps one of IPv4
            return v6 ? IpAddress.v6(0, MAPPED | Integer.toUnsignedLong(bits)) : IpAddress.v4(bits);
        } catch (UnknownHostException none) {
            return null;
        }
    }
}
