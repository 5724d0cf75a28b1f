package io.icmpscope.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** The frames were written down from the RFCs; their checksums were computed by another program. */
class FrameBuilderTest {

    private static final long SENT_MICROS = 1_750_000_000_000_002L;

    private final FrameBuilder frames = new FrameBuilder();

    @Test
    void anEchoRequestOverIpv4IsWrittenAsTheRfcsDrawIt() {
        Probe probe = PingSession.number(5).send(SENT_MICROS);
        assertEquals(Bytes.spaced("""
                        02 00 00 00 00 02  02 00 00 00 00 01  08 00
                        45 00 00 54  00 00 00 00  40 01 66 23  0a 00 00 01  0a 80 00 06
                        08 00 50 cf  17 13 00 01
                        80 e1 4e 68 00 00 00 00  02 00 00 00 00 00 00 00
                        10 11 12 13 14 15 16 17  18 19 1a 1b 1c 1d 1e 1f
                        20 21 22 23 24 25 26 27  28 29 2a 2b 2c 2d 2e 2f
                        30 31 32 33 34 35 36 37
                        """), Bytes.hex(probe.request(frames)));
    }

    @Test
    void anEchoReplyOverIpv6CoversThePseudoHeader() {
        Probe probe = PingSession.number(7).send(SENT_MICROS);
        assertEquals(Bytes.spaced("""
                        02 00 00 00 00 02  02 00 00 00 00 01  86 dd
                        60 00 00 00  00 40 3a 40
                        20 01 0d b8 00 00 00 01  00 00 00 00 00 00 00 08
                        20 01 0d b8 00 00 00 00  00 00 00 00 00 00 00 01
                        81 00 3f 6a  53 81 00 01
                        80 e1 4e 68 00 00 00 00  02 00 00 00 00 00 00 00
                        10 11 12 13 14 15 16 17  18 19 1a 1b 1c 1d 1e 1f
                        20 21 22 23 24 25 26 27  28 29 2a 2b 2c 2d 2e 2f
                        30 31 32 33 34 35 36 37
                        """), Bytes.hex(probe.reply(frames)));
    }

    @Test
    void aShortDatagramIsPaddedToTheSmallestFrame() {
        Route route = new Route(Route.inside(false, 1), Route.outside(false, 1));
        Datagrams datagrams = new Datagrams(new SeededRandom(1));
        assertEquals(Bytes.spaced("""
                        02 00 00 00 00 02  02 00 00 00 00 01  08 00
                        45 00 00 1c  00 00 00 00  40 11 66 50  0a 00 00 01  0a 80 00 01
                        00 09 00 09 00 08 eb 4a
                        00 00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00 00
                        """), Bytes.hex(datagrams.frame(new Flow(route, IpHeader.UDP, 9, 9), 0)));
    }

    @Test
    void aFrameThatLacksPayloadIsRefused() {
        Route route = new Route(Route.inside(false, 1), Route.outside(false, 1));
        frames.begin(route, IpHeader.ICMP, 8).putInt(0);
        assertThrows(IllegalStateException.class, () -> frames.finish(2));
    }
}
