package io.icmpscope.internal.packet;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.internal.packet.Decoded.ECHO6;
import static io.icmpscope.internal.packet.Decoded.PING4;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.report.ChecksumStatus;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The addresses that an ICMPv6 checksum covers are not always those of the IPv6 header: RFC 8200 section 8.1. */
class ChecksumAddressesTest {

    private static final String ONE = "20010db8000000000000000000000001"; // ECHO6 is from here
    private static final String TWO = "20010db8000000000000000000000002"; // to here
    private static final String ELSEWHERE = "20010db8000000000000000000000099";

    /** Trap 4. RFC 6275 section 6.3: 0xc9, 16 bytes, behind four bytes of padding. */
    @Test
    void theHomeAddressOptionNamesTheSource() throws IOException {
        String option = "3a 02 01 02 0000 c9 10" + ONE;
        assertEquals(ChecksumStatus.GOOD, status("60000000 0020 3c 40", ELSEWHERE, TWO, option, ECHO6));
        assertEquals(ChecksumStatus.BAD, status("60000000 0008 3a 40", ELSEWHERE, TWO, ECHO6));
    }

    @Test
    void aHomeAddressOptionOfAnotherLengthNamesNothing() throws IOException {
        String option = "3a 02 01 02 0000 c9 0f" + ONE; // 15 bytes
        assertEquals(ChecksumStatus.BAD, status("60000000 0020 3c 40", ELSEWHERE, TWO, option, ECHO6));
    }

    /** Trap 4. RFC 5095 took type 0 out of use, and captures still have it. */
    @Test
    void aRoutingHeaderWithSegmentsLeftNamesTheDestination() throws IOException {
        String left = "3a 02 00 01 00000000" + TWO;
        String arrived = "3a 02 00 00 00000000" + ELSEWHERE;
        assertEquals(ChecksumStatus.GOOD, status("60000000 0020 2b 40", ONE, ELSEWHERE, left, ECHO6));
        assertEquals(ChecksumStatus.GOOD, status("60000000 0020 2b 40", ONE, TWO, arrived, ECHO6));
    }

    @Test
    void aRoutingHeaderThatIsNotReadLeavesAMismatchUnverified() throws IOException {
        String ofType5 = "3a 02 05 01 00000000" + TWO; // type 5, of a draft
        assertEquals(ChecksumStatus.UNVERIFIED, status("60000000 0020 2b 40", ONE, ELSEWHERE, ofType5, ECHO6));
        String tooShort = "3a 00 03 01 00 f0 0000"; // RFC 6554, without room for an address
        assertEquals(ChecksumStatus.UNVERIFIED, status("60000000 0010 2b 40", ONE, ELSEWHERE, tooShort, ECHO6));
    }

    @Test
    void anUnknownAddressFamilyOfALoopbackIsToldByThePacket() throws IOException {
        assertEquals(
                1, Decoded.frames(0, join(hex("00000063"), PING4)).packets().size());
    }

    @Test
    void ipv4HasNoExtensionHeaders() throws IOException {
        assertTrue(Decoded.ip(
                        "45 00 0024 0001 0000 40 3c 0000 c0000201 c0000202", "01 00 0000 00000000", "0800e5ca12340001")
                .isEmpty());
    }

    private static ChecksumStatus status(String... digits) throws IOException {
        return Decoded.ip(digits).only().checksumStatus();
    }
}
