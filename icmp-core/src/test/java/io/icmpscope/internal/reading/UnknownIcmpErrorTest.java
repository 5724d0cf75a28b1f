package io.icmpscope.internal.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.icmpscope.message.ExperimentalMobility;
import io.icmpscope.message.PacketTooBig;
import io.icmpscope.message.UnknownIcmpError;
import io.icmpscope.message.UnknownMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors of ICMPv6, all of them below 128: RFC 4443 section 2.1. */
class UnknownIcmpErrorTest {

    private static final String QUOTE = "60000000 0008 11 01 20010db8000000000000000000000001"
            + "20010db8000000000000000000000002 8235829b 00080000";

    @Test
    void packetTooBigHasFourBytesOfMtu() {
        PacketTooBig said = (PacketTooBig) Said.by6("0200 0000 00000500", QUOTE).message();
        assertEquals(1280, said.mtu());
        assertEquals(33435, said.quoted().destinationPort());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 99, 100, 101, 102, 126, 127})
    void anErrorOfUnknownTypeQuotesAPacketBehindEightBytes(int type) {
        Said said = Said.by6("%02x07 0000 deadbeef".formatted(type), QUOTE);
        UnknownIcmpError error = (UnknownIcmpError) said.message();
        assertEquals(0xDEADBEEFL, error.parameter());
        assertEquals(33435, error.quoted().destinationPort());
        assertEquals(List.of(), said.problems());
    }

    @Test
    void anErrorOfUnknownTypeThatQuotesNoPacketIsNoProblem() {
        Said said = Said.by6("6400 0000 00000000 0123456789");
        assertEquals(5, ((UnknownIcmpError) said.message()).quoted().quotedBytes());
        assertNull(((UnknownIcmpError) said.message()).quoted().header());
        assertEquals(List.of(), said.problems());
    }

    @ParameterizedTest
    @ValueSource(ints = {162, 199, 200, 201, 254, 255})
    void anUnknownTypeFrom128OnIsNoError(int type) {
        assertEquals(
                new UnknownMessage(4),
                Said.by6("%02x00 0000 00000000".formatted(type)).message());
    }

    @Test
    void experimentalMobilityIsNoError() {
        assertEquals(
                new ExperimentalMobility(2, 0), Said.by6("9600 0000 02000000").message());
    }
}
