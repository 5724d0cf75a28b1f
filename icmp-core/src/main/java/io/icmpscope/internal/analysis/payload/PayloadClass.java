package io.icmpscope.internal.analysis.payload;

import static io.icmpscope.internal.analysis.payload.DataRules.alike;
import static io.icmpscope.internal.analysis.payload.DataRules.begins;
import static io.icmpscope.internal.analysis.payload.DataRules.contains;
import static io.icmpscope.internal.analysis.payload.DataRules.counts;
import static io.icmpscope.internal.analysis.payload.DataRules.countsWithin;
import static io.icmpscope.internal.analysis.payload.DataRules.isCutShort;
import static io.icmpscope.internal.analysis.payload.DataRules.length;
import static io.icmpscope.internal.analysis.payload.DataRules.repeats;
import static io.icmpscope.report.Confidence.HIGH;
import static io.icmpscope.report.Confidence.LOW;
import static io.icmpscope.report.Confidence.MEDIUM;

import io.icmpscope.internal.packet.EchoData;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.Confidence;

/**
 * What the data of an echo request can look like, one row a class. The first row that fits counts, so the rows are in
 * the order from the frequent and particular to the general. They look at 64 bytes and the last eight at most.
 */
enum PayloadClass {
    LINUX_IPUTILS(
            "linux-iputils",
            "ping of iputils, as on Linux",
            HIGH,
            echo -> counts(echo, 16, 0x10) && SendTime.isIputils(echo)),
    LINUX_IPUTILS_32_BIT(
            "linux-iputils-32-bit",
            "ping of iputils on a 32-bit Linux",
            MEDIUM,
            echo -> counts(echo, 8, 0x08) && SendTime.isShortLittleEndian(echo)),
    BSD(
            "macos-bsd",
            "ping of macOS or BSD, or of network gear with its code",
            MEDIUM,
            echo -> counts(echo, 8, 0x08) && SendTime.isShortBigEndian(echo)),
    WINDOWS(
            "windows",
            "ping of Windows",
            HIGH,
            echo -> countsWithin(echo, 'a', 23) && (EchoData.length(echo) >= 24 || isCutShort(echo, 32))),
    EMPTY("empty", "no data, as nmap -PE and other scanners send", LOW, echo -> length(echo, 0)),
    NMAP_OS_DETECTION("nmap-os-detection", "nmap -O", HIGH, NmapEcho::fits),
    CISCO_IOS("cisco-ios", "ping of Cisco IOS", MEDIUM, echo -> repeats(echo, 8, 0xAB, 0xCD)),
    FPING("fping", "fping 3 or older, as SmokePing uses it", MEDIUM, SendTime::isFping),
    SUPERSCAN(
            "superscan",
            "SuperScan, or another prober of eight zeros",
            LOW,
            echo -> echo.icmpVersion() == 4 && length(echo, 8) && alike(echo, 0)),
    ZERO("zero", "zeros: fping, embedded systems and many tools", LOW, echo -> alike(echo, 0)),
    CYBERKIT("cyberkit", "CyberKit 2.2", LOW, echo -> EchoData.length(echo) >= 16 && alike(echo, 0xAA)),
    HPING("hping", "hping, which fills up with X", LOW, echo -> alike(echo, 'X')),
    CONSTANT("constant", "one byte again and again: a ping with a chosen pattern", LOW, DataRules::alike),
    BUSYBOX("busybox", "ping of BusyBox, as on embedded Linux", LOW, echo -> length(echo, 56) && alikeFrom4(echo)),
    L3RETRIEVER(
            "l3retriever",
            "L3Retriever, or Windows as a member of a domain",
            MEDIUM,
            echo -> begins(echo, "ABCDEFGHIJKLMNOPQRSTUVWABCDEFGHI")),
    DIGITS_AND_LETTERS(
            "digits-and-letters",
            "a monitor, or an older tool on Windows",
            LOW,
            echo -> begins(echo, "0123456789abcdefghijklmnop")),
    ISS_PINGER("iss-pinger", "the scanner ISS Pinger", MEDIUM, echo -> begins(echo, "ISSPNGRQ")),
    CACTI("cacti", "the monitor Cacti", MEDIUM, echo -> contains(echo, Words.CACTI)),
    SOLARWINDS("solarwinds", "a monitor of SolarWinds", MEDIUM, echo -> contains(echo, Words.SOLARWINDS)),
    CINCO("cinco-network", "a tool of Cinco Networks", MEDIUM, echo -> contains(echo, Words.CINCO)),
    WANG2("wang2", "a monitor that writes WANG2", LOW, echo -> contains(echo, Words.WANG2)),
    INCREMENTING("incrementing", "numbers that count up: many tools", LOW, DataRules::counts),
    REPEATED_PATTERN(
            "repeated-pattern",
            "a short pattern again and again: a ping with a chosen pattern",
            LOW,
            DataRules::repeats),
    TIME_FIRST("time-first", "a ping that sends its time first, as ping -p does", LOW, SendTime::isFirst),
    NOT_CAPTURED("not-captured", "too little of the data was captured to tell", LOW, DataRules::isTooShortToTell),
    OTHER("other", "nothing known", LOW, echo -> true);

    /** Tells whether the data of an echo request is of a class. It allocates nothing. */
    interface Rule {
        boolean fits(PacketView echo);
    }

    /** Of a class of its own, as the rows are made before the constants of theirs. */
    private static final class Words {
        static final Word CACTI = Word.of("cacti-monitoring-system");
        static final Word SOLARWINDS = Word.of("SolarWinds");
        static final Word CINCO = Word.of("Cinco Network");
        static final Word WANG2 = Word.of("WANG2");
    }

    private static final PayloadClass[] ALL = values();

    final String label;
    final String implies;
    final Confidence confidence;

    @SuppressWarnings("ImmutableEnumChecker") // the rules are static functions
    private final Rule rule;

    PayloadClass(String label, String implies, Confidence confidence, Rule rule) {
        this.label = label;
        this.implies = implies;
        this.confidence = confidence;
        this.rule = rule;
    }

    /** The first class that fits; looked for once a message. */
    @SuppressWarnings("EnumOrdinal") // never leaves this process
    static PayloadClass of(PacketView echo) {
        int noted = EchoData.notedClass(echo);
        if (noted != PacketView.NONE) {
            return ALL[noted];
        }
        PayloadClass first = find(echo);
        EchoData.noteClass(echo, first.ordinal());
        return first;
    }

    private static PayloadClass find(PacketView echo) {
        for (PayloadClass one : ALL) {
            if (one.rule.fits(echo)) {
                return one;
            }
        }
        return OTHER;
    }

    /** A count of microseconds, then zeros. */
    private static boolean alikeFrom4(PacketView echo) {
        return DataRules.alike(echo, 4, 0);
    }
}
