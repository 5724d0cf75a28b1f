package io.icmpscope.internal.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.icmpscope.message.ExtendedEchoReply;
import io.icmpscope.message.ExtendedEchoReply.State;
import io.icmpscope.message.ExtendedEchoRequest;
import io.icmpscope.message.ExtensionStructure;
import io.icmpscope.message.InterfaceIdentification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Extended echoes of RFC 8335 sections 2 and 3, which both versions have. */
class ExtendedEchoTest {

    private static final ExtensionStructure ETH1 = new ExtensionStructure(
            2,
            ExtensionStructure.Checksum.GOOD,
            false,
            List.of(new InterfaceIdentification("eth1", null, null, null, null)));

    @ParameterizedTest
    @CsvSource({"4, 2a", "6, a0"})
    void aRequestNamesAnInterfaceOfTheNodeItself(int version, String type) {
        Said said = Said.by(version, Said.bytes(type, "00 0000 1234 ff 01 2000 0f51 0008 0301 65746831"));
        assertEquals(new ExtendedEchoRequest(0x1234, 255, true, ETH1), said.message());
        assertEquals(List.of(), said.problems());
    }

    @Test
    void aRequestWithTheLBitClearIsAboutANeighbour() {
        Said said = Said.by4("2a00 0000 1234 01 fe 2000 0f51 0008 0301 65746831");
        assertEquals(new ExtendedEchoRequest(0x1234, 1, false, ETH1), said.message());
    }

    @Test
    void aRequestCutBeforeItsObjectHasNone() {
        Said said = Said.by4("2a00 0000 1234 01 01");
        assertNull(((ExtendedEchoRequest) said.message()).extensions());
        assertEquals(1, said.problems().size());
    }

    @ParameterizedTest
    @CsvSource({"4, 2b", "6, a1"})
    void aReplySaysWhatRunsOnTheInterface(int version, String type) {
        assertEquals(
                new ExtendedEchoReply(0x1234, 2, State.REACHABLE, true, true, true),
                Said.by(version, Said.bytes(type, "00 0000 1234 02 47")).message());
    }

    @ParameterizedTest
    @CsvSource({
        "00, RESERVED, false, false, false",
        "24, INCOMPLETE, true, false, false",
        "42, REACHABLE, false, true, false",
        "61, STALE, false, false, true",
        "80, DELAY, false, false, false",
        "a6, PROBE, true, true, false",
        "c5, FAILED, true, false, true",
        "e3, UNASSIGNED, false, true, true",
        "18, RESERVED, false, false, false",
    })
    void aReplyHasThreeBitsOfStateTwoReservedAndThreeFlags(
            String bits, State state, boolean active, boolean ipv4, boolean ipv6) {
        assertEquals(
                new ExtendedEchoReply(0, 0, state, active, ipv4, ipv6),
                Said.by4("2b00 0000 0000 00", bits).message());
    }
}
