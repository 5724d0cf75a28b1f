package io.icmpscope.mcp.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.mcp.access.SpecialAddresses.Row;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which addresses are in the public Internet: the registries of the IANA, row by row. */
class SpecialAddressesTest {
    /** First and last address of each row; written from RFC 6890 and its successors, not from the table. */
    private static final List<String> REFUSED = List.of(
            "0.0.0.0 0.255.255.255",
            "10.0.0.0 10.255.255.255",
            "100.64.0.0 100.127.255.255",
            "127.0.0.0 127.255.255.255",
            "169.254.0.0 169.254.255.255",
            "172.16.0.0 172.31.255.255",
            "192.0.0.0 192.0.0.8",
            "192.0.0.11 192.0.0.255",
            "192.0.0.170 192.0.0.171",
            "192.0.2.0 192.0.2.255",
            "192.88.99.0 192.88.99.255",
            "192.168.0.0 192.168.255.255",
            "198.18.0.0 198.19.255.255",
            "198.51.100.0 198.51.100.255",
            "203.0.113.0 203.0.113.255",
            "224.0.0.0 239.255.255.255",
            "240.0.0.0 255.255.255.255",
            ":: ::",
            "::1 ::1",
            "::127.0.0.1 ::8.8.8.8",
            "::ffff:0.0.0.0 ::ffff:255.255.255.255",
            "::ffff:8.8.8.8 ::ffff:127.0.0.1",
            "64:ff9b:: 64:ff9b::ffff:ffff",
            "64:ff9b:1:: 64:ff9b:1:ffff:ffff:ffff:ffff:ffff",
            "100:: 100::ffff:ffff:ffff:ffff",
            "100:0:0:1:: 100:0:0:1:ffff:ffff:ffff:ffff",
            "2001:: 2001::7f00:1",
            "2001:0:ffff:ffff:ffff:ffff:ffff:ffff 2001:1::",
            "2001:1::4 2001:1:ffff:ffff:ffff:ffff:ffff:ffff",
            "2001:2:: 2001:2:0:ffff:ffff:ffff:ffff:ffff",
            "2001:10:: 2001:1f:ffff:ffff:ffff:ffff:ffff:ffff",
            "2001:40:: 2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff",
            "2001:db8:: 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
            "2002:: 2002:7f00:1::",
            "3fff:: 3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff",
            "4000:: 5f00::1",
            "fc00:: fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
            "fe80:: febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
            "fec0:: feff::1",
            "ff00:: ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");

    private static final List<String> REACHED = List.of(
            "1.0.0.0 9.255.255.255",
            "11.0.0.0 100.63.255.255",
            "100.128.0.0 126.255.255.255",
            "128.0.0.0 169.253.255.255",
            "169.255.0.0 172.15.255.255",
            "172.32.0.0 191.255.255.255",
            "192.0.0.9 192.0.0.10",
            "192.0.1.0 192.0.1.255",
            "192.31.196.0 192.31.196.255",
            "192.52.193.0 192.52.193.255",
            "192.88.98.255 192.88.100.0",
            "192.175.48.0 192.175.48.255",
            "192.167.255.255 192.169.0.0",
            "198.17.255.255 198.20.0.0",
            "203.0.112.255 203.0.114.0",
            "223.0.0.0 223.255.255.255",
            "2000:: 2000::1",
            "2001:1::1 2001:1::3",
            "2001:3:: 2001:3:ffff:ffff:ffff:ffff:ffff:ffff",
            "2001:4:112:: 2001:4:112:ffff:ffff:ffff:ffff:ffff",
            "2001:20:: 2001:2f:ffff:ffff:ffff:ffff:ffff:ffff",
            "2001:30:: 2001:3f:ffff:ffff:ffff:ffff:ffff:ffff",
            "2001:200:: 2001:db7:ffff:ffff:ffff:ffff:ffff:ffff",
            "2001:db9:: 2001:ffff::",
            "2003:: 2606:4700:4700::1111",
            "2620:4f:8000:: 2620:4f:8000:ffff:ffff:ffff:ffff:ffff",
            "3ffe:: 3ffe:ffff::",
            "3fff:1000:: 3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");

    @Test
    void whatIsNotGloballyReachableUnicastIsTold() throws UnknownHostException {
        for (String range : REFUSED) {
            for (String address : range.split(" ")) {
                assertFalse(SpecialAddresses.isGlobalUnicast(Literal.of(address)), address);
            }
        }
    }

    @Test
    void whatIsGloballyReachableIsTold() throws UnknownHostException {
        for (String range : REACHED) {
            for (String address : range.split(" ")) {
                assertTrue(SpecialAddresses.isGlobalUnicast(Literal.of(address)), address);
            }
        }
    }

    /** Nothing in the table is without effect: its first and last address are decided by it, or by a narrower row. */
    @Test
    void everyRowOfTheTableDecides() throws UnknownHostException {
        List<Row> rows = SpecialAddresses.rows();
        assertEquals(
                26,
                rows.stream()
                        .filter(row -> row.first().getAddress().length == 16)
                        .count(),
                "of IPv6");
        assertEquals(
                26,
                rows.stream()
                        .filter(row -> row.first().getAddress().length == 4)
                        .count(),
                "of IPv4");
        for (Row row : rows) {
            for (byte[] address : List.of(row.first().getAddress(), last(row))) {
                Row narrowest = rows.stream()
                        .filter(other -> other.holds(address))
                        .reduce((a, b) -> a.bits() >= b.bits() ? a : b)
                        .orElseThrow();
                boolean outside = address.length == 16 && (address[0] & 0xE0) != 0x20;
                InetAddress tested = address.length == 16
                        ? Inet6Address.getByAddress(null, address, -1)
                        : InetAddress.getByAddress(address);
                assertEquals(
                        narrowest.reachable() && !outside,
                        SpecialAddresses.isGlobalUnicast(tested),
                        row.prefix() + " " + HexFormat.of().formatHex(address));
            }
        }
    }

    @Test
    void noPrefixStandsTwiceAndEachIsItsFirstAddress() {
        List<String> seen = new ArrayList<>();
        for (Row row : SpecialAddresses.rows()) {
            assertFalse(seen.contains(row.prefix()), row::prefix);
            seen.add(row.prefix());
            byte[] first = row.first().getAddress();
            for (int bit = row.bits(); bit < first.length * 8; bit++) {
                assertEquals(0, first[bit / 8] >> 7 - bit % 8 & 1, row.prefix() + " has bits behind its length");
            }
            assertTrue(row.reference().matches("RFC [0-9]+"), row::reference);
            assertFalse(row.name().isBlank(), row::prefix);
        }
    }

    private static byte[] last(Row row) {
        byte[] last = row.first().getAddress();
        for (int bit = row.bits(); bit < last.length * 8; bit++) {
            last[bit / 8] |= (byte) (1 << 7 - bit % 8);
        }
        return last;
    }
}
