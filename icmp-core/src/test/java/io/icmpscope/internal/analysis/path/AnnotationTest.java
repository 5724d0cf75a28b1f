package io.icmpscope.internal.analysis.path;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;
import static io.icmpscope.handmade.Bytes.number;
import static io.icmpscope.internal.analysis.path.TracedScene.hops;
import static io.icmpscope.internal.analysis.path.TracedScene.only;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.PingScene;
import java.nio.ByteOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The marks of traceroute(8) of Linux in IPv6; those of IPv4 are in the test of the traceroute. */
class AnnotationTest {

    private static final byte[] SOURCE = Ping.address("2001:db8::1");
    private static final byte[] TARGET = Ping.address("2001:db8::9");

    /** Types and codes of RFC 4443: 1 cannot be reached, 2 is too big, with an MTU of 1,280. */
    @ParameterizedTest
    @CsvSource({
        "1, 0, ' !N'",
        "1, 1, ' !X'",
        "1, 2, ' !H'",
        "1, 3, ' !H'",
        "1, 4, ''",
        "1, 5, ' !<5>'",
        "1, 6, ' !<6>'",
        "2, 0, ' !F-1280'"
    })
    void aRefusalOfIpv6HasItsMark(int type, int code, String mark) throws Exception {
        byte[] one = probe(1);
        byte[] two = probe(2);
        PingScene scene = new PingScene()
                .at(0, one)
                .at(1, two)
                .at(2, error("2001:db8::f1", 3, 0, 0, one))
                .at(3, error("2001:db8::f2", type, code, type == 2 ? 1_280 : 0, two))
                .end();
        assertEquals("1 2001:db8::f1, 2 2001:db8::f2" + mark, hops(only(scene)));
    }

    private static byte[] probe(int hopLimit) {
        byte[] ports = join(hex("9c40"), n(2, 33_433 + hopLimit));
        return join(hex("60000000 0014 11"), n(1, hopLimit), SOURCE, TARGET, ports, hex("0014 0000"), new byte[12]);
    }

    private static byte[] error(String router, int type, int code, long word, byte[] probe) {
        byte[] message = join(n(1, type), n(1, code), n(2, 0), n(4, word), probe);
        return join(hex("60000000"), n(2, message.length), hex("3a 40"), Ping.address(router), SOURCE, message);
    }

    private static byte[] n(int count, long value) {
        return number(ByteOrder.BIG_ENDIAN, count, value);
    }
}
