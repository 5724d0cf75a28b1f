package io.icmpscope.mcp.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.icmpscope.message.IpAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 4632 section 3.1 and RFC 4291 sections 2.2 and 2.3. */
class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "10.1.2.3/8, 10.200.0.1, true",
        "192.0.2.128/25, 192.0.2.127, false",
        "192.0.2.128/25, 192.0.2.128, true",
        "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0/0, ::1, false",
        "192.0.2.1/32, 192.0.2.1, true",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::, false",
        "2001:db8::/64, 2001:db8::ffff:ffff:ffff:ffff, true",
        "2001:db8::/64, 2001:db8:0:1::, false",
        "2001:db8::/65, 2001:db8::7fff:0:0:1, true",
        "2001:db8::/65, 2001:db8::8000:0:0:0, false",
        "2001:DB8::1/127, 2001:db8::, true",
        "2001:db8::1, 2001:db8::1, true",
        "::/0, fe80::1, true",
        "::/0, 192.0.2.1, false",
        "::ffff:192.0.2.1, ::ffff:192.0.2.1, true",
        "::ffff:192.0.2.1, 192.0.2.1, false",
        "::ffff:0:0/96, ::ffff:192.0.2.1, true"
    })
    void aPrefixHoldsTheAddressesThatBeginLikeIt(String range, String address, boolean holds) {
        AddressRange of = AddressRange.of(range);
        assertNotNull(of);
        AddressRange one = AddressRange.of(address);
        assertNotNull(one);
        assertEquals(holds, of.contains(one.first()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "router",
                "example.com",
                "10",
                "10.1",
                "1.2.3.4.5",
                "256.0.0.1",
                "010.0.0.1",
                "10.0.0.0/33",
                "::/129",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                "10.0.0.0/ 8",
                "fe80::1%eth0",
                "1::2::3",
                ":",
                ":::",
                "12345::",
                "2130706433",
                "0x7f000001",
                "1.2.3.4:80",
                "[::1]",
                "١٠.0.0.1",
                "10.0.0.0/٨"
            })
    void whatIsNoAddressIsNone(String text) {
        assertNull(AddressRange.of(text));
    }

    @Test
    void noAddressIsInNoRange() {
        AddressRange all = AddressRange.of("0.0.0.0/0");
        assertNotNull(all);
        assertEquals(false, all.contains(null));
        assertEquals(IpAddress.v4(0), all.first());
    }
}
