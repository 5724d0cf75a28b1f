package io.icmpscope.internal.analysis.finding.tunnel;

import io.icmpscope.internal.packet.EchoData;
import io.icmpscope.internal.packet.PacketView;
import org.jspecify.annotations.Nullable;

/** What the echo messages of a known program are known by, one row each. */
enum Signature {
    PTUNNEL(
            "ptunnel",
            "a header of 28 bytes that begins with d5200880",
            echo -> has(echo, 28) && u32(echo, 0) == 0xD520_0880),
    HANS("hans", "data that begins with \"hanc\" or \"hans\"", Signature::isHans);

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

    private static boolean has(PacketView echo, int bytes) {
        return EchoData.length(echo) >= bytes;
    }

    private static int u32(PacketView echo, int at) {
        return EchoData.u8(echo, at) << 24
                | EchoData.u8(echo, at + 1) << 16
                | EchoData.u8(echo, at + 2) << 8
                | EchoData.u8(echo, at + 3);
    }

    private static boolean isHans(PacketView echo) {
        return has(echo, 5) && u32(echo, 0) == (echo.isEchoRequest() ? 0x6861_6E63 : 0x6861_6E73);
    }
}
