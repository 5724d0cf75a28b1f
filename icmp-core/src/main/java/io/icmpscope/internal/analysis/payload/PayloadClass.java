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
    LINUX_IPUTILS("linux-iputils", "ping of iputils, as on Linux", HIGH),
    LINUX_IPUTILS_32_BIT("linux-iputils-32-bit", "ping of iputils on a 32-bit Linux", MEDIUM),
    BSD("macos-bsd", "ping of macOS or BSD, or of network gear with its code", MEDIUM),
    WINDOWS("windows", "ping of Windows", HIGH),
    EMPTY("empty", "no data, as nmap -PE and other scanners send", LOW),
    NMAP_OS_DETECTION("nmap-os-detection", "nmap -O", HIGH),
    CISCO_IOS("cisco-ios", "ping of Cisco IOS", MEDIUM),
    FPING("fping", "fping 3 or older, as SmokePing uses it", MEDIUM),
    SUPERSCAN("superscan", "SuperScan, or another prober of eight zeros", LOW),
    ZERO("zero", "zeros: fping, embedded systems and many tools", LOW),
    CYBERKIT("cyberkit", "CyberKit 2.2", LOW),
    HPING("hping", "hping, which fills up with X", LOW),
    CONSTANT("constant", "one byte again and again: a ping with a chosen pattern", LOW),
    BUSYBOX("busybox", "ping of BusyBox, as on embedded Linux", LOW),
    L3RETRIEVER("l3retriever", "L3Retriever, or Windows as a member of a domain", MEDIUM),
    DIGITS_AND_LETTERS("digits-and-letters", "a monitor, or an older tool on Windows", LOW),
    ISS_PINGER("iss-pinger", "the scanner ISS Pinger", MEDIUM),
    CACTI("cacti", "the monitor Cacti", MEDIUM),
    SOLARWINDS("solarwinds", "a monitor of SolarWinds", MEDIUM),
    CINCO("cinco-network", "a tool of Cinco Networks", MEDIUM),
    WANG2("wang2", "a monitor that writes WANG2", LOW),
    INCREMENTING("incrementing", "numbers that count up: many tools", LOW),
    REPEATED_PATTERN("repeated-pattern", "a short pattern again and again: a ping with a chosen pattern", LOW),
    TIME_FIRST("time-first", "a ping that sends its time first, as ping -p does", LOW),
    NOT_CAPTURED("not-captured", "too little of the data was captured to tell", LOW),
    OTHER("other", "nothing known", LOW);

    private static final Word CACTI_WORD = Word.of("cacti-monitoring-system");
    private static final Word SOLARWINDS_WORD = Word.of("SolarWinds");
    private static final Word CINCO_WORD = Word.of("Cinco Network");
    private static final Word WANG2_WORD = Word.of("WANG2");

    private static final PayloadClass[] ALL = values();

    final String label;
    final String implies;
    final Confidence confidence;

    PayloadClass(String label, String implies, Confidence confidence) {
        this.label = label;
        this.implies = implies;
        this.confidence = confidence;
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
            if (one.fits(echo)) {
                return one;
            }
        }
        return OTHER;
    }

    /** Whether the data is of this class. A switch, as a function of its own for each would cost a class each. */
    private boolean fits(PacketView echo) {
        return switch (this) {
            case LINUX_IPUTILS -> counts(echo, 16, 0x10) && SendTime.isIputils(echo);
            case LINUX_IPUTILS_32_BIT -> counts(echo, 8, 0x08) && SendTime.isShortLittleEndian(echo);
            case BSD -> counts(echo, 8, 0x08) && SendTime.isShortBigEndian(echo);
            case WINDOWS -> countsWithin(echo, 'a', 23) && (EchoData.length(echo) >= 24 || isCutShort(echo, 32));
            case EMPTY -> length(echo, 0);
            case NMAP_OS_DETECTION -> NmapEcho.fits(echo);
            case CISCO_IOS -> repeats(echo, 8, 0xAB, 0xCD);
            case FPING -> SendTime.isFping(echo);
            case SUPERSCAN -> echo.icmpVersion() == 4 && length(echo, 8) && alike(echo, 0);
            case ZERO -> alike(echo, 0);
            case CYBERKIT -> EchoData.length(echo) >= 16 && alike(echo, 0xAA);
            case HPING -> alike(echo, 'X');
            case CONSTANT -> DataRules.alike(echo);
            case BUSYBOX -> length(echo, 56) && alikeFrom4(echo);
            case L3RETRIEVER -> begins(echo, "ABCDEFGHIJKLMNOPQRSTUVWABCDEFGHI");
            case DIGITS_AND_LETTERS -> begins(echo, "0123456789abcdefghijklmnop");
            case ISS_PINGER -> begins(echo, "ISSPNGRQ");
            case CACTI -> contains(echo, CACTI_WORD);
            case SOLARWINDS -> contains(echo, SOLARWINDS_WORD);
            case CINCO -> contains(echo, CINCO_WORD);
            case WANG2 -> contains(echo, WANG2_WORD);
            case INCREMENTING -> DataRules.counts(echo);
            case REPEATED_PATTERN -> DataRules.repeats(echo);
            case TIME_FIRST -> SendTime.isFirst(echo);
            case NOT_CAPTURED -> DataRules.isTooShortToTell(echo);
            case OTHER -> true;
        };
    }

    /** A count of microseconds, then zeros. */
    private static boolean alikeFrom4(PacketView echo) {
        return DataRules.alike(echo, 4, 0);
    }
}
