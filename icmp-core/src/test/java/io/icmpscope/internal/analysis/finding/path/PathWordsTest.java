package io.icmpscope.internal.analysis.finding.path;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.message.IpAddress;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What rules of this room say and select alike. */
class PathWordsTest {

    private static final IpAddress ONE = IpAddress.v4(0xC0000201);
    private static final IpAddress TWO = IpAddress.v4(0xC0000202);
    private static final IpAddress SIX = IpAddress.v6(0x20010DB8L << 32, 6);

    @Test
    void threeAreNamedAndTheOthersCounted() {
        assertEquals("an address that was not quoted", Words.few(List.of()));
        assertEquals("a, b, c", Words.few(List.of("a", "b", "c")));
        assertEquals("a, b, c and 2 more", Words.few(List.of("a", "b", "c", "d", "e")));
    }

    @Test
    void errorsWithoutKnownCodesAreThoseOfAnyCode() {
        assertEquals("icmp.type == 11", Words.errors(4, 11, List.of()));
        assertEquals("icmp.type == 3 && icmp.code == 1", Words.errors(4, 3, List.of(1)));
    }

    @Test
    void addressesAreSelectedByTheirVersion() {
        assertEquals("ip.src == 192.0.2.1", Words.from(List.of(ONE)));
        assertEquals("ip.dst in {192.0.2.1, 192.0.2.2}", Words.to(List.of(ONE, TWO)));
        assertEquals("ipv6.dst == 2001:db8::6", Words.to(List.of(SIX)));
        assertEquals("(ip || ipv6)", Words.to(List.of(ONE, SIX)));
        assertEquals("frame", Words.from(List.of()));
    }

    @Test
    void tooManyAddressesToWriteDownAreAllOfTheirVersion() {
        List<IpAddress> many = IntStream.range(0, 21)
                .mapToObj(host -> IpAddress.v4(0xC0000200 + host))
                .toList();
        assertEquals("ip", Words.from(many));
        assertEquals(20, Words.from(many.subList(0, 20)).split(",").length);
    }
}
