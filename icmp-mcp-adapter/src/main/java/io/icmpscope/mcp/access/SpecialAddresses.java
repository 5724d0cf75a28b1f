package io.icmpscope.mcp.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The special-purpose addresses of IPv4 and IPv6, as the registries of the IANA list them, and multicast.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6890">RFC 6890</a>
 */
final class SpecialAddresses {

    private static final String TABLE = "special-purpose-addresses.tsv";
    private static final int COLUMNS = 4;

    /**
     * 2000::/3 is all that was given away of IPv6 for global unicast (RFC 4291 section 2.4, and the registry of its space).
     * What is outside, translation to IPv4 included, is not asked, whatever a row says.
     */
    private static final int UNICAST_FIRST = 0x20;

    private static final int UNICAST_MASK = 0xE0;

    private static final int IPV6_BYTES = 16;
    private static final List<Row> ROWS = read();

    private SpecialAddresses() {}

    /**
     * A range of addresses.
     *
     * @param prefix such as {@code 10.0.0.0/8}
     * @param name what the registry calls it
     * @param reference where it comes from
     * @param reachable whether packets to it are forwarded everywhere
     * @param first its first address
     * @param bits how many bits of that count
     */
    record Row(String prefix, String name, String reference, boolean reachable, InetAddress first, int bits) {

        Row(String prefix, String name, String reference, boolean reachable) throws UnknownHostException {
            this(
                    prefix,
                    name,
                    reference,
                    reachable,
                    Literal.of(prefix.substring(0, prefix.indexOf('/'))),
                    Integer.parseInt(prefix.substring(prefix.indexOf('/') + 1)));
        }

        boolean holds(byte[] address) {
            byte[] start = first.getAddress();
            if (address.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit += Byte.SIZE) {
                int mask = bits - bit >= Byte.SIZE ? 0xFF : 0xFF00 >> (bits - bit) & 0xFF;
                if (((address[bit / Byte.SIZE] ^ start[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Tells whether an address is that of one host which can be reached from everywhere. The narrowest row decides. */
    static boolean isGlobalUnicast(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == IPV6_BYTES && (bytes[0] & UNICAST_MASK) != UNICAST_FIRST) {
            return false;
        }
        return ROWS.stream()
                .filter(row -> row.holds(bytes))
                .max(Comparator.comparingInt(Row::bits))
                .map(Row::reachable)
                .orElse(true);
    }

    static List<Row> rows() {
        return ROWS;
    }

    private static List<Row> read() {
        try (InputStream table = Objects.requireNonNull(SpecialAddresses.class.getResourceAsStream(TABLE), TABLE)) {
            List<Row> rows = new ArrayList<>();
            List<String> lines = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            for (String line : lines) {
                if (!line.startsWith("#")) {
                    String[] row = line.split("\t", COLUMNS);
                    rows.add(new Row(row[0], row[1], row[2], row[3].equals("True")));
                }
            }
            return List.copyOf(rows);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
