package io.icmpscope.internal.analysis.payload;

import io.icmpscope.internal.packet.EchoData;
import io.icmpscope.internal.packet.PacketView;
import org.jspecify.annotations.Nullable;

/** Programs that are known by the echo requests they send: scanners, and what looks like them. */
public enum EchoTool {
    /** The first ping by which nmap tells operating systems apart. */
    NMAP_FIRST("nmap -O"),
    /** The second one. */
    NMAP_SECOND("nmap -O"),
    /** Identifier 666, sequence number 0, no data. */
    ICMPENUM("icmpenum"),
    /** Identifier 0, sequence number 0, four bytes of data. */
    BROADSCAN("Broadscan"),
    /** Identifier 0, sequence number 0, twenty zeros. */
    NEMESIS("Nemesis"),
    /** Begins with ISSPNGRQ. */
    ISS_PINGER("ISS Pinger"),
    /** Names Cinco Networks. */
    SNIFFER("Sniffer Pro or NetXRay"),
    /** Bytes of 0xAA. */
    CYBERKIT("CyberKit"),
    /** Filled up with X. */
    HPING("hping"),
    /** Eight zeros. */
    SUPERSCAN("SuperScan");

    private static final int ENUM_IDENTIFIER = 666;
    private static final int BROADSCAN_BYTES = 4;
    private static final int ENOUGH = 8; // bytes that are no chance
    private static final int NEMESIS_BYTES = 20;
    private static final int NMAP_FIRST_NUMBER = 295;
    private static final int NMAP_CODE = 9;
    private static final int NMAP_IDENTIFIER = 0xABCD; // in IPv6
    private static final int NMAP_BYTES = 120;

    private final String program;

    EchoTool(String program) {
        this.program = program;
    }

    /**
     * Names the program.
     *
     * @return its name
     */
    public String program() {
        return program;
    }

    /** Which program an echo request is known to come from, if any. Ordinary pings leave by their class. */
    static @Nullable EchoTool of(PayloadClass data, PacketView echo) {
        return switch (data) {
            case NMAP_OS_DETECTION -> echo.sequenceNumber() == NMAP_FIRST_NUMBER ? NMAP_FIRST : NMAP_SECOND;
            case ISS_PINGER -> ISS_PINGER;
            case CINCO -> SNIFFER;
            case CYBERKIT -> CYBERKIT;
            case HPING -> EchoData.length(echo) >= ENOUGH ? HPING : null;
            case SUPERSCAN -> SUPERSCAN;
            case EMPTY -> is(echo, ENUM_IDENTIFIER) ? ICMPENUM : null;
            case ZERO -> isNmapIpv6(echo) ? NMAP_FIRST : is(echo, 0) ? ofNothing(echo) : null;
            case CONSTANT, OTHER -> is(echo, 0) ? ofNothing(echo) : null;
            default -> null;
        };
    }

    private static boolean is(PacketView echo, int identifier) {
        return echo.icmpVersion() == 4 && echo.sequenceNumber() == 0 && echo.identifier() == identifier;
    }

    /** The sequence number counts there. */
    private static boolean isNmapIpv6(PacketView echo) {
        return echo.icmpVersion() == 6
                && echo.code() == NMAP_CODE
                && echo.identifier() == NMAP_IDENTIFIER
                && DataRules.length(echo, NMAP_BYTES);
    }

    /** Of identifier and sequence number zero. */
    private static @Nullable EchoTool ofNothing(PacketView echo) {
        if (DataRules.length(echo, NEMESIS_BYTES) && DataRules.alike(echo, 0)) {
            return NEMESIS;
        }
        return DataRules.length(echo, BROADSCAN_BYTES) ? BROADSCAN : null;
    }
}
