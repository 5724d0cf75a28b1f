package io.icmpscope.internal.capture;

import io.icmpscope.report.CaptureWarning.Code;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The blocks of the section that is being read. Indices are into the window of the reader's source. */
final class PcapngSection {

    private static final int MAX_INTERFACES = 65_536;

    private static final int MAJOR_VERSION = 4; // offsets in the body of a section header
    private static final int SECTION_OPTIONS = 16;

    private static final int LINK_TYPE = 0; // in an interface description
    private static final int SNAPLEN = 4;
    private static final int INTERFACE_OPTIONS = 8;

    private static final int STATISTICS_OPTIONS = 12;

    private static final int TICKS_HIGH = 4; // in a packet block of either kind
    private static final int TICKS_LOW = 8;
    private static final int CAPTURED = 12;
    private static final int ORIGINAL = 16;
    private static final int DATA = 20;

    private static final int FLAGS_FCS =
            5; // bits 5 to 8 of a packet's flags: the length of its check sequence in bytes

    private final CaptureReader reader;
    private final PcapngOptions options;
    private final List<@Nullable CaptureInterfaceNote> interfaces = new ArrayList<>();
    private boolean refused;
    private int state;
    private boolean toldInterfaces;
    private boolean toldText;

    PcapngSection(CaptureReader reader) {
        this.reader = reader;
        this.options = new PcapngOptions(reader);
    }

    /** Makes a copy for a reader of some of the packets. */
    PcapngSection(CaptureReader reader, PcapngSection like) {
        this(reader);
        this.interfaces.addAll(like.interfaces);
        this.state = like.state;
    }

    /** Changes with each section and interface, on which depends how packets are read. */
    int state() {
        return state;
    }

    static boolean isKnownVersion(int major, int minor) {
        return major == 1 && (minor == 0 || minor == 2);
    }

    /** Whether the section has a version that is not read. */
    boolean refused() {
        return refused;
    }

    void begin(int body, int end) {
        interfaces.clear();
        state++;
        if (end - body < SECTION_OPTIONS) {
            malformed("section header", SECTION_OPTIONS, end - body);
            return;
        }
        int major = reader.u16(body + MAJOR_VERSION);
        int minor = reader.u16(body + MAJOR_VERSION + 2);
        if (!isKnownVersion(major, minor)) {
            refused = true;
            reader.warn(
                    Code.UNKNOWN_VERSION,
                    "The section at byte " + reader.offset + " has pcapng version " + major + "." + minor
                            + ", which is not read. " + reader.kept());
            return;
        }
        options.in(body + SECTION_OPTIONS, end);
        while (options.next()) {
            if (options.code() == PcapngOptions.COMMENT) {
                options.noteComment();
            }
        }
    }

    void describeInterface(int body, int end) {
        if (end - body < INTERFACE_OPTIONS) {
            malformed("interface description", INTERFACE_OPTIONS, end - body);
            skipInterface();
            return;
        }
        if (reader.notes.interfaces().size() == MAX_INTERFACES) {
            if (!toldInterfaces) {
                toldInterfaces = true;
                reader.warn(
                        Code.MALFORMED_BLOCK,
                        "The capture describes more than " + MAX_INTERFACES
                                + " interfaces; packets of the further ones are passed over.");
            }
            return;
        }
        CaptureInterfaceNote described =
                new CaptureInterfaceNote(reader.u16(body + LINK_TYPE), reader.u32(body + SNAPLEN));
        options.in(body + INTERFACE_OPTIONS, end);
        while (options.next()) {
            interfaceOption(described);
        }
        interfaces.add(described);
        state++;
        if (!reader.notes.describe(described) && !toldText) {
            toldText = true;
            reader.warn(
                    Code.MALFORMED_BLOCK,
                    "The names and filters of the interfaces have more than " + CaptureNotes.MAX_INTERFACE_TEXT
                            + " characters; those that do not fit in are left out.");
        }
    }

    /** Interfaces are counted whether they can be read or not: packets of the next one are not of this. */
    private void skipInterface() {
        if (interfaces.size() < MAX_INTERFACES) {
            interfaces.add(null);
            state++;
        }
    }

    private void interfaceOption(CaptureInterfaceNote described) {
        switch (options.code()) {
            case PcapngOptions.COMMENT -> options.noteComment();
            case PcapngOptions.IF_NAME -> described.name = options.text();
            case PcapngOptions.IF_FILTER -> described.filter = options.filter();
            case PcapngOptions.IF_TSRESOL -> {
                if (options.has(1)) {
                    described.time = described.time.resolution(options.u8());
                }
            }
            case PcapngOptions.IF_FCSLEN -> {
                if (options.has(1)) {
                    described.fcsBytes = options.u8() / 8; // in bits
                }
            }
            case PcapngOptions.IF_TSOFFSET -> {
                if (options.has(8)) {
                    described.time = described.time.plus(options.i64());
                }
            }
            default -> {}
        }
    }

    void statistics(int body, int end) {
        if (end - body < STATISTICS_OPTIONS) {
            malformed("interface statistics", STATISTICS_OPTIONS, end - body);
            return;
        }
        CaptureInterfaceNote of = at(reader.u32(body));
        if (of == null) {
            unknownInterface("interface statistics", reader.u32(body));
            return;
        }
        options.in(body + STATISTICS_OPTIONS, end);
        while (options.next()) {
            switch (options.code()) {
                case PcapngOptions.COMMENT -> options.noteComment();
                case PcapngOptions.ISB_IFRECV -> reader.notes.count(of, packets(), null);
                case PcapngOptions.ISB_IFDROP -> reader.notes.count(of, null, packets());
                default -> {}
            }
        }
    }

    /** A number of packets, or null: one of 2^63 and more was never counted, and 2^64 - 1 is what Wireshark has for none. */
    private @Nullable Long packets() {
        return options.has(8) && options.i64() >= 0 ? options.i64() : null;
    }

    boolean enhancedPacket(int body, int end, Frame frame) {
        return end - body < DATA
                ? malformed("enhanced packet", DATA, end - body)
                : packet(reader.u32(body), body, end, frame);
    }

    /** The obsolete packet block differs only in a 16-bit interface number, followed by a drop count. */
    boolean obsoletePacket(int body, int end, Frame frame) {
        return end - body < DATA ? malformed("packet", DATA, end - body) : packet(reader.u16(body), body, end, frame);
    }

    boolean simplePacket(int body, int end, Frame frame) {
        if (end - body < 4) {
            return malformed("simple packet", 4, end - body);
        }
        CaptureInterfaceNote from = at(0);
        if (from == null) {
            return unknownInterface("packet", 0);
        }
        long original = reader.u32(body);
        long captured = Math.min(original, end - body - 4);
        captured = from.snaplen == 0 ? captured : Math.min(captured, from.snaplen);
        reader.fill(frame, body + 4, (int) captured, original, Frame.NO_TIME, from);
        return true;
    }

    /** Passes over a block that is too large to look at. */
    boolean tooLarge(boolean packet, long length) {
        if (packet) {
            reader.warn(
                    Code.MALFORMED_BLOCK,
                    "The packet block at byte " + reader.offset + " is " + length + " bytes long; it was passed over.");
        }
        return false;
    }

    private boolean packet(long interfaceId, int body, int end, Frame frame) {
        CaptureInterfaceNote from = at(interfaceId);
        if (from == null) {
            return unknownInterface("packet", interfaceId);
        }
        long captured = reader.u32(body + CAPTURED);
        if (captured > end - body - DATA) {
            return malformed("packet", DATA + captured, end - body);
        }
        long ticks = reader.u32(body + TICKS_HIGH) << 32 | reader.u32(body + TICKS_LOW);
        long time = from.time.nanos(ticks);
        if (time == Frame.NO_TIME && !reader.notes.told(Code.ODD_TIME)) {
            reader.warn(
                    Code.ODD_TIME,
                    "The packet at byte " + reader.offset + " has a time that cannot be expressed; it has none.");
        }
        reader.fill(frame, body + DATA, (int) captured, reader.u32(body + ORIGINAL), time, from);
        int behind = body + DATA + ((int) captured + 3 & ~3);
        if (behind < end) {
            packetOptions(behind, end, frame);
        }
        return true;
    }

    private void packetOptions(int at, int end, Frame frame) {
        options.in(at, end);
        while (options.next()) {
            if (options.code() == PcapngOptions.COMMENT) {
                options.noteComment();
            } else if (options.code() == PcapngOptions.EPB_FLAGS && options.has(4)) {
                int fcsBytes = options.i32() >>> FLAGS_FCS & 0xF;
                frame.fcsBytes = fcsBytes == 0 ? frame.fcsBytes : fcsBytes;
            }
        }
    }

    private @Nullable CaptureInterfaceNote at(long id) {
        return id < interfaces.size() ? interfaces.get((int) id) : null;
    }

    private boolean unknownInterface(String what, long id) {
        reader.warn(
                Code.UNKNOWN_INTERFACE,
                "The " + what + " block at byte " + reader.offset + " names interface " + id
                        + ", but its section describes " + interfaces.size() + "; it was passed over.");
        return false;
    }

    private boolean malformed(String what, long needed, long had) {
        reader.warn(
                Code.MALFORMED_BLOCK,
                "The " + what + " block at byte " + reader.offset + " needs a body of " + needed + " bytes and has "
                        + had + "; it was passed over.");
        return false;
    }
}
