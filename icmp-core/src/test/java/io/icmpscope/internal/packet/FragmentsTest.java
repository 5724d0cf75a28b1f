package io.icmpscope.internal.packet;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.internal.packet.Decoded.ADDRESSES;
import static io.icmpscope.internal.packet.Decoded.ECHO;
import static io.icmpscope.internal.packet.Decoded.ECHO6;
import static io.icmpscope.internal.packet.Decoded.RAW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.report.ChecksumStatus;
import io.icmpscope.report.PacketEntry;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of datagrams whose other parts were not captured: RFC 791 section 3.2, RFC 8200 section 4.5, RFC 6946. */
class FragmentsTest {

    private static final String ENDS = "c0000201 c0000202";

    /** Trap 18. */
    @ParameterizedTest
    @ValueSource(strings = {"2001", "3fff", "0001", "1fff"}) // offset 8 and 65,528 with more to follow, and as the last
    void aLaterFragmentIsNeverAnIcmpHeader(String flagsAndOffset) throws IOException {
        Decoded decoded = Decoded.ip("45 00 001c 0001", flagsAndOffset, "40 01 0000", ENDS, ECHO);
        assertTrue(decoded.isEmpty());
        assertEquals(0, decoded.facts().incompleteFragments());
    }

    @ParameterizedTest
    @CsvSource({"01, 1", "3a, 1", "06, 0", "11, 0"})
    void aFirstFragmentIsCountedWhenItIsOfAnIcmpMessage(String protocol, long incomplete) throws IOException {
        Decoded decoded = Decoded.ip("45 00 001c 0001 2000 40", protocol, "0000", ENDS, ECHO);
        assertTrue(decoded.isEmpty());
        assertEquals(incomplete, decoded.facts().incompleteFragments());
    }

    /** Trap 18. */
    @ParameterizedTest
    @ValueSource(strings = {"0008", "0009", "fff8", "fff9"})
    void aLaterFragmentOfIpv6IsNeverAnIcmpHeader(String offsetAndFlag) throws IOException {
        Decoded decoded = Decoded.ip("60000000 0010 2c 40", ADDRESSES, "3a 00", offsetAndFlag, "00000007", ECHO6);
        assertTrue(decoded.isEmpty());
        assertEquals(0, decoded.facts().incompleteFragments());
    }

    @Test
    void aFirstFragmentOfIpv6IsCounted() throws IOException {
        Decoded decoded = Decoded.ip("60000000 0010 2c 40", ADDRESSES, "3a 00 0001 00000007", ECHO6);
        assertTrue(decoded.isEmpty());
        assertEquals(1, decoded.facts().incompleteFragments());
    }

    /** Trap 19. */
    @ParameterizedTest
    @ValueSource(strings = {"0000", "0006"}) // the two reserved bits mean nothing
    void anAtomicFragmentIsTheWholeMessage(String offsetAndFlag) throws IOException {
        PacketEntry packet = Decoded.ip("60000000 0010 2c 40", ADDRESSES, "3a 00", offsetAndFlag, "00000007", ECHO6)
                .only();
        assertEquals(List.of("raw", "ipv6", "fragment"), packet.path());
        assertEquals(ChecksumStatus.GOOD, packet.checksumStatus());
    }

    /** Trap 19: what the whole carries, the first fragment says, RFC 8200 section 4.5. */
    @Test
    void aLaterFragmentOfIpv6ThatNamesUdpAndComesFirstHidesNoMessage() throws IOException {
        byte[] last = hex("60000000 0010 2c 40", ADDRESSES, "11 00 0008 00000007", "0000000000000000");
        byte[] first = hex("60000000 0010 2c 40", ADDRESSES, "3a 00 0001 00000007", ECHO6);
        assertEquals(128, Decoded.frames(RAW, last, first).only().icmpType());
    }

    /** Trap 19: and no other fragment. */
    @Test
    void aLaterFragmentOfIpv6ThatNamesIcmpMakesNoMessageOfWhatIsNone() throws IOException {
        byte[] first = hex("60000000 0010 2c 40", ADDRESSES, "06 00 0001 00000007", ECHO6);
        byte[] last = hex("60000000 0010 2c 40", ADDRESSES, "3a 00 0008 00000007", "0000000000000000");
        assertTrue(Decoded.frames(RAW, first, last).isEmpty());
        assertTrue(Decoded.frames(RAW, last, first).isEmpty());
    }
}
