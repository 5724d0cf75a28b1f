package io.icmpscope.internal.reading;

import static io.icmpscope.internal.reading.Said.by4;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.message.IpAddress;
import io.icmpscope.message.RouterAdvertisementV4;
import io.icmpscope.message.RouterAdvertisementV4.Extension;
import io.icmpscope.message.RouterAdvertisementV4.Router;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Router advertisements of RFC 1256 section 3 with the extensions of RFC 5944 section 2.1. */
class RouterAdvertisementV4Test {

    private static final Router FIRST = new Router(IpAddress.v4(0xC0000201), 100);
    private static final Router NEVER = new Router(IpAddress.v4(0xC0000202), Integer.MIN_VALUE);

    private static final String TWO_ROUTERS = "0900 0000 02 02 0708 c0000201 00000064 c0000202 80000000";

    @Test
    void twoRoutersForHalfAnHour() {
        Said said = by4(TWO_ROUTERS);
        assertEquals(new RouterAdvertisementV4(1800, List.of(FIRST, NEVER), List.of()), said.message());
        assertEquals(List.of(), said.problems());
    }

    @Test
    void anEntryMayBeLargerThanAddressAndPreference() {
        Said said = by4("0900 0000 02 03 0708 c0000201 00000064 aaaaaaaa c0000202 80000000 bbbbbbbb");
        assertEquals(new RouterAdvertisementV4(1800, List.of(FIRST, NEVER), List.of()), said.message());
    }

    @Test
    void aMobilityAgentAppendsExtensionsPaddedBySingleBytes() {
        // mobility agent: sequence, lifetime, flags, one care-of address; then a pad, prefix lengths, a challenge
        Said said = by4(TWO_ROUTERS, "10 0a 0001 ffff 8000 c0000203", "00", "13 02 1818", "18 00");
        assertEquals(
                new RouterAdvertisementV4(
                        1800,
                        List.of(FIRST, NEVER),
                        List.of(new Extension(16, 10), new Extension(19, 2), new Extension(24, 0))),
                said.message());
        assertEquals(List.of(), said.problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "10 05 00000000", "10 ff"})
    void anExtensionBeyondTheEndIsAProblemAndNotListed(String extension) {
        Said said = by4(TWO_ROUTERS, "13 01 18", extension);
        assertEquals(
                new RouterAdvertisementV4(1800, List.of(FIRST, NEVER), List.of(new Extension(19, 1))), said.message());
        assertEquals(1, said.problems().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "01"})
    void entriesTooSmallForAnAddressAreAProblem(String words) {
        Said said = by4("0900 0000 ff", words, "0708 c0000201 00000064");
        assertEquals(new RouterAdvertisementV4(1800, List.of(), List.of()), said.message());
        assertEquals(1, said.problems().size());
        assertEquals(8, said.problems().get(0).needed());
    }

    static IntStream everyCut() {
        return IntStream.range(8, 24);
    }

    @ParameterizedTest
    @MethodSource("everyCut")
    void aCutAdvertisementHasTheRoutersThatAreComplete(int length) {
        Said said = Said.by(4, Arrays.copyOf(Said.bytes(TWO_ROUTERS), length));
        RouterAdvertisementV4 advertisement = (RouterAdvertisementV4) said.message();
        assertEquals(length < 16 ? List.of() : List.of(FIRST), advertisement.routers());
        assertEquals(length < 16 ? 16 : 8, said.problems().get(0).needed());
        assertEquals((length - 8) % 8, said.problems().get(0).had());
    }

    @Test
    void aCountOf255WithoutRoutersAllocatesNothingAndSaysSo() {
        Said said = by4("0900 0000 ff ff 0708");
        assertEquals(new RouterAdvertisementV4(1800, List.of(), List.of()), said.message());
        assertEquals(255L * 255 * 4, said.problems().get(0).needed());
    }
}
