package io.icmpscope.bench;

import io.icmpscope.message.IpAddress;
import java.util.List;

/** Messages that are read alike, as the RFCs draw them. Public because JMH names it in what it generates. */
public enum MessageFamily {
    /** Echo requests and replies of both versions, with the data of Linux ping. */
    ECHO,
    /** Errors with their quotes, some of them with extensions. */
    ERRORS,
    /** Neighbor solicitations and advertisements, RFC 4861. */
    NEIGHBORS,
    /** Routers and those who look for one: RFC 4861 with the options of RFC 8106, and RFC 1256. */
    ROUTERS,
    /** Multicast listeners and who asks them: RFC 2710 and RFC 9777. */
    LISTENERS,
    /** Extended echoes, RFC 8335: about an interface by name, by index and by address. */
    EXTENDED_ECHO,
    /** Time stamps, information and address masks: RFC 792 and RFC 950. */
    LEGACY;

    private static final IpAddress NONE = IpAddress.v6(0, 0);
    private static final IpAddress HOST = IpAddress.v6(0xFE80_0000_0000_0000L, 2);
    private static final IpAddress ROUTER = IpAddress.v6(0xFE80_0000_0000_0000L, 1);
    private static final IpAddress ALL_NODES = IpAddress.v6(0xFF02_0000_0000_0000L, 1);
    private static final IpAddress ALL_ROUTERS = IpAddress.v6(0xFF02_0000_0000_0000L, 2);
    private static final IpAddress LISTENER_ROUTERS = IpAddress.v6(0xFF02_0000_0000_0000L, 0x16);
    private static final IpAddress SOLICITED_NODE = IpAddress.v6(0xFF02_0000_0000_0000L, 0x1_FF00_0002L);
    private static final IpAddress GROUP = IpAddress.v6(0xFF1E_0000_0000_0000L, 7);
    private static final IpAddress ALL_SYSTEMS = IpAddress.v4(0xE000_0001);
    private static final IpAddress ALL_ROUTERS_V4 = IpAddress.v4(0xE000_0002);

    /** The messages of the family, always the same. */
    List<Sample> samples() {
        return switch (this) {
            case ECHO -> echoes();
            case ERRORS -> new ErrorSamples(new Datagrams(new SeededRandom(1))).all();
            case NEIGHBORS -> neighbors();
            case ROUTERS -> routers();
            case LISTENERS -> listeners();
            case EXTENDED_ECHO -> extendedEchoes();
            case LEGACY -> legacy();
        };
    }

    private static List<Sample> echoes() {
        return List.of(echo(false, 8), echo(false, 0), echo(true, 128), echo(true, 129));
    }

    private static Sample echo(boolean v6, int type) {
        boolean reply = type % 128 != 8 && type != 128;
        Route asks = new Route(Route.inside(v6, 1), Route.outside(v6, 1));
        return Sample.of(reply ? asks.back() : asks, String.format("%02x", type) + """
                   00 00 00  39 25 00 07
                00 f1 53 65 00 00 00 00  10 11 12 13 14 15 16 17
                18 19 1a 1b 1c 1d 1e 1f  20 21 22 23 24 25 26 27
                28 29 2a 2b 2c 2d 2e 2f  30 31 32 33 34 35 36 37
                """);
    }

    private static List<Sample> neighbors() {
        return List.of(
                Sample.onLink(new Route(HOST, SOLICITED_NODE), """
                        87 00 00 00  00 00 00 00  fe80 0000 0000 0000 0000 0000 0000 0002
                        01 01 02 00 00 00 00 01
                        """),
                Sample.onLink(new Route(HOST, ROUTER), """
                        88 00 00 00  60 00 00 00  fe80 0000 0000 0000 0000 0000 0000 0002
                        02 01 02 00 00 00 00 02
                        """),
                Sample.onLink(new Route(NONE, SOLICITED_NODE), """
                        87 00 00 00  00 00 00 00  fe80 0000 0000 0000 0000 0000 0000 0002
                        0e 01 a1 a2 a3 a4 a5 a6
                        """));
    }

    private static List<Sample> routers() {
        return List.of(
                Sample.onLink(new Route(HOST, ALL_ROUTERS), "85 00 00 00  00 00 00 00  01 01 02 00 00 00 00 02"),
                Sample.onLink(new Route(ROUTER, ALL_NODES), """
                        86 00 00 00  40 c0 07 08  00 00 00 00  00 00 00 00
                        01 01 02 00 00 00 00 01
                        05 01 00 00 00 00 05 dc
                        03 04 40 c0  00 00 0e 10  00 00 07 08  00 00 00 00  2001 0db8 0001 0000 0000 0000 0000 0000
                        19 03 00 00  00 00 07 08  2001 0db8 0001 0000 0000 0000 0000 0053
                        """),
                Sample.onLink(new Route(ROUTER, HOST), """
                        89 00 00 00  00 00 00 00
                        fe80 0000 0000 0000 0000 0000 0000 0003  2001 0db8 0002 0000 0000 0000 0000 0001
                        02 01 02 00 00 00 00 03
                        """),
                Sample.of(new Route(Route.inside(false, 1), ALL_ROUTERS_V4), "0a 00 00 00  00 00 00 00"),
                Sample.of(new Route(Route.inside(false, 9), ALL_SYSTEMS), """
                        09 00 00 00  02 02 07 08
                        0a 00 00 09  00 00 00 00
                        0a 00 00 0a  ff ff ff ec
                        """));
    }

    private static List<Sample> listeners() {
        return List.of(
                Sample.ofListener(new Route(ROUTER, ALL_NODES), """
                        82 00 00 00  27 10 00 00  0000 0000 0000 0000 0000 0000 0000 0000
                        """),
                Sample.ofListener(new Route(HOST, SOLICITED_NODE), """
                        83 00 00 00  00 00 00 00  ff02 0000 0000 0000 0000 0001 ff00 0002
                        """),
                Sample.ofListener(new Route(HOST, ALL_ROUTERS), """
                        84 00 00 00  00 00 00 00  ff02 0000 0000 0000 0000 0001 ff00 0002
                        """),
                Sample.ofListener(new Route(ROUTER, GROUP), """
                        82 00 00 00  03 e8 00 00  ff1e 0000 0000 0000 0000 0000 0000 0007
                        02 7d 00 01  2001 0db8 0000 0000 0000 0000 0000 0001
                        """),
                Sample.ofListener(new Route(HOST, LISTENER_ROUTERS), """
                        8f 00 00 00  00 00 00 02
                        04 00 00 00  ff02 0000 0000 0000 0000 0001 ff00 0002
                        05 00 00 01  ff1e 0000 0000 0000 0000 0000 0000 0007  2001 0db8 0000 0000 0000 0000 0000 0001
                        """));
    }

    private static List<Sample> extendedEchoes() {
        return List.of(
                extendedEcho(false, "2a 00 00 00  11 22 01 01  20 00 0f 52  00 08 03 01  65 74 68 30"),
                extendedEcho(true, "2b 00 00 00  11 22 01 66"),
                extendedEcho(false, "2a 00 00 00  11 22 02 01  20 00 dc f0  00 08 03 02  00 00 00 05"),
                extendedEcho(false, "2a 00 00 00  11 22 03 00  20 00 ce ee  00 0c 03 03  00 01 04 00  0a 00 00 01"),
                extendedEchoV6(false, "a0 00 00 00  11 22 01 01  20 00 0f 52  00 08 03 01  65 74 68 30"),
                extendedEchoV6(true, "a1 00 00 00  11 22 01 66"));
    }

    private static Sample extendedEcho(boolean reply, String hex) {
        Route asks = new Route(Route.inside(false, 1), Route.outside(false, 1));
        return Sample.of(reply ? asks.back() : asks, hex);
    }

    private static Sample extendedEchoV6(boolean reply, String hex) {
        Route asks = new Route(Route.inside(true, 1), Route.outside(true, 1));
        return Sample.of(reply ? asks.back() : asks, hex);
    }

    private static List<Sample> legacy() {
        Route asks = new Route(Route.inside(false, 1), Route.outside(false, 1));
        return List.of(
                Sample.of(asks, "0d 00 00 00  00 21 00 01  02 a3 04 05  00 00 00 00  00 00 00 00"),
                Sample.of(asks.back(), "0e 00 00 00  00 21 00 01  02 a3 04 05  02 a3 04 0f  02 a3 04 10"),
                Sample.of(asks, "0f 00 00 00  00 22 00 01"),
                Sample.of(asks.back(), "10 00 00 00  00 22 00 01"),
                Sample.of(asks, "11 00 00 00  00 23 00 01  00 00 00 00"),
                Sample.of(asks.back(), "12 00 00 00  00 23 00 01  ff ff ff 00"));
    }
}
