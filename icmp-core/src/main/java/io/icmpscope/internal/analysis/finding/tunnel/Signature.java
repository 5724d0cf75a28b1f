package io.icmpscope.internal.analysis.finding.tunnel;

import static io.icmpscope.internal.analysis.finding.tunnel.DataBytes.begins;
import static io.icmpscope.internal.analysis.finding.tunnel.DataBytes.contains;
import static io.icmpscope.internal.analysis.finding.tunnel.DataBytes.has;
import static io.icmpscope.internal.analysis.finding.tunnel.DataBytes.isAt;
import static io.icmpscope.internal.analysis.finding.tunnel.DataBytes.u32;

import io.icmpscope.internal.packet.EchoData;
import io.icmpscope.internal.packet.PacketView;
import org.jspecify.annotations.Nullable;

/**
 * What the echo messages of a known program are known by, one row each, from their sources. Identifiers and sequence numbers
 * that a program does not bring into network order are tried in both orders.
 */
enum Signature {
    PTUNNEL(
            "ptunnel",
            "data that begins with a header of 28 bytes, its first four d5200880",
            echo -> isPtunnel(echo, 0xD520_0880)),
    PTUNNEL_NG(
            "ptunnel-ng",
            "data that begins with a header of 28 bytes, its first four deadc0de",
            echo -> isPtunnel(echo, 0xDEAD_C0DE)),
    HANS("hans", "data that begins with \"hanc\" or \"hans\" and a type", Signature::isHans),
    PINGTUNNEL("pingtunnel", "Protocol Buffers as data, with the number 57005 in field 6", PingTunnel::fits),
    ICMPTX(
            "icmptx or itun",
            "identifier 7530 or 7537 (in the other byte order 27165 or 28957), sequence number 0, and IPv4 packets as data",
            Signature::isIcmptx),
    ICMPTUNNEL(
            "icmptunnel", "IPv4 packets as data, and random identifiers and sequence numbers", Signature::isIcmptunnel),
    LOKI2("LOKI2", "sequence number f001, and a known command as the first of 56 bytes", Signature::isLoki2),
    PINGBACK("Pingback", "a sequence number, a length of 788 or 1056 bytes, and a command", Signature::isPingback),
    BPFDOOR("BPFDoor", "24 or 28 bytes of data, the first of them 7255", Signature::isBpfDoor),
    TFN("TFN", "an identifier, a sequence number and a text", Signature::isTfn),
    TFN2K("TFN2K", "identifier 0 and a row of A in a reply without a request", Signature::isTfn2k),
    STACHELDRAHT("Stacheldraht", "an identifier and the word that belongs to it", Signature::isStacheldraht);

    /** Tells whether an echo message is one of the program. It allocates nothing. */
    interface Rule {
        boolean fits(PacketView echo);
    }

    private static final Signature[] ALL = values();

    final String program;
    final String mark;

    @SuppressWarnings("ImmutableEnumChecker") // the rules are static functions
    private final Rule rule;

    Signature(String program, String mark, Rule rule) {
        this.program = program;
        this.mark = mark;
        this.rule = rule;
    }

    /** The first that fits, or null. */
    static @Nullable Signature of(PacketView echo) {
        for (Signature one : ALL) {
            if (one.rule.fits(echo)) {
                return one;
            }
        }
        return null;
    }

    /** Whether it is one only where identifiers are as many as messages. */
    boolean needsManyIdentifiers() {
        return this == ICMPTUNNEL;
    }

    /** One of two bits says who sent it; the state is 0 to 4; the data is not longer than the message. */
    private static boolean isPtunnel(PacketView echo, int magic) {
        if (!begins(echo, magic) || !has(echo, 28)) {
            return false;
        }
        int state = u32(echo, 12);
        int data = u32(echo, 20);
        return (state >>> 30 == 1 || state >>> 30 == 2)
                && (state & 0x3FFF_FFFF) <= 4
                && data >= 0
                && data <= EchoData.declaredLength(echo) - 28;
    }

    private static boolean isHans(PacketView echo) {
        return has(echo, 5)
                && isAt(echo, 0, echo.isEchoRequest() ? "hanc" : "hans")
                && EchoData.u8(echo, 4) >= 1
                && EchoData.u8(echo, 4) <= 9;
    }

    private static boolean is(int field, int value) {
        return field == value || field == (value >>> 8 | (value & 0xFF) << 8);
    }

    /** Later versions put eight bytes and a word ahead of the packets. */
    private static boolean isIcmptx(PacketView echo) {
        return echo.sequenceNumber() == 0
                && (is(echo.identifier(), 7530) || is(echo.identifier(), 7537))
                && (Embedded.isIpv4(echo, 0) || begins(echo, 0xDEAD_BEEF));
    }

    private static boolean isIcmptunnel(PacketView echo) {
        return echo.ttl() >= 224 && Embedded.isIpv4(echo, 0); // sent with 255
    }

    private static boolean isLoki2(PacketView echo) {
        if (!is(echo.sequenceNumber(), 0xF001) || EchoData.declaredLength(echo) != 56 || !has(echo, 1)) {
            return false;
        }
        return switch (EchoData.u8(echo, 0)) {
            case 0xA1, 0xA2, 0xA3, 0xB1, 0xB2, 0xC1, 0xD1, 0xD2, 0xF1 -> true;
            default -> false;
        };
    }

    private static boolean isPingback(PacketView echo) {
        int number = echo.sequenceNumber();
        long length = EchoData.declaredLength(echo);
        return (number == 53_764 || number == 54_020 || number == 54_276)
                && (length == 788 || length == 1056)
                && (isAt(echo, 0, "shell")
                        || isAt(echo, 0, "exep")
                        || isAt(echo, 0, "exec")
                        || isAt(echo, 0, "rexec")
                        || isAt(echo, 0, "upload")
                        || isAt(echo, 0, "download"));
    }

    private static boolean isBpfDoor(PacketView echo) {
        long length = EchoData.declaredLength(echo);
        return echo.isEchoRequest() && (length == 24 || length == 28) && begins(echo, 0x7255_0000);
    }

    private static boolean isTfn(PacketView echo) {
        if (echo.isEchoRequest()) {
            return echo.identifier() == 678 && EchoData.declaredLength(echo) == 4 && isAt(echo, 0, "1234");
        }
        return echo.sequenceNumber() == 0
                && (echo.identifier() == 123 ? contains(echo, "shell bound to port") : isPushed(echo, 456));
    }

    private static boolean isPushed(PacketView reply, int identifier) {
        return is(reply.identifier(), identifier) && !reply.isEchoRequest() && !EchoData.isChanged(reply);
    }

    private static boolean isTfn2k(PacketView echo) {
        return isPushed(echo, 0) && contains(echo, "AAAAAAAAAA");
    }

    private static boolean isStacheldraht(PacketView echo) {
        return !echo.isEchoRequest()
                && switch (echo.identifier()) {
                    case 666, 6666 -> contains(echo, "skillz");
                    case 667, 6667 -> contains(echo, "ficken");
                    case 668 -> contains(echo, "gesundheit!");
                    case 669 -> contains(echo, "sicken");
                    case 1000 -> contains(echo, "spoofworks");
                    default -> false;
                };
    }
}
