package io.icmpscope.internal.reading;

import io.icmpscope.message.NdpOption;
import io.icmpscope.message.RplOption;
import java.util.ArrayList;
import java.util.List;

/** Options of RPL messages: RFC 6550 section 6.7. Offsets are from the first byte of an option, its type. */
final class RplOptionReader {

    private static final String LAYER = "rpl-option";
    private static final int MAX_OPTIONS = 1024; // kept of a message
    private static final int HEADER = 2; // bytes: type and length of what follows

    private static final int PAD_1 = 0; // types; the only one without a length
    private static final int PAD_N = 1;
    private static final int ROUTE = 3;
    private static final int CONFIGURATION = 4;
    private static final int TARGET = 5;
    private static final int TRANSIT = 6;
    private static final int SOLICITED = 7;
    private static final int PREFIX = 8;
    private static final int TARGET_DESCRIPTOR = 9;

    private RplOptionReader() {}

    /** Reads the options between two offsets; every step goes on by a byte at least. */
    static List<RplOption> readAll(MessageBytes in, int from, int end) {
        List<RplOption> options = new ArrayList<>();
        int at = from;
        while (at < end && options.size() < MAX_OPTIONS) {
            if (in.u8(at) == PAD_1) {
                at++;
                continue;
            }
            int length = end - at < HEADER ? 0 : in.u8(at + 1);
            int next = at + HEADER + length;
            if (next > end) {
                in.problem(LAYER, at, next - (long) at, end - at, "it reaches beyond its message");
                return options;
            }
            if (in.u8(at) != PAD_N) {
                options.add(read(in, at, length));
            }
            at = next;
        }
        return options;
    }

    private static RplOption read(MessageBytes in, int at, int length) {
        int type = in.u8(at);
        if (length < neededBytes(type)) {
            in.problem(LAYER, at, neededBytes(type), length, "it is shorter than its layout");
            return new RplOption.UnknownOption(type, length, in.hex(at + HEADER, length));
        }
        return switch (type) {
            case ROUTE ->
                new RplOption.RouteInformation(
                        in.ipv6(at + 8, length - 6),
                        in.u8(at + 2),
                        RouterPreference.read(in.u8(at + 3)),
                        in.u32(at + 4));
            case CONFIGURATION -> configuration(in, at);
            case TARGET -> new RplOption.Target(in.ipv6(at + 4, length - 2), in.u8(at + 3));
            case TRANSIT ->
                new RplOption.Transit(
                        (in.u8(at + 2) & 0x80) != 0,
                        in.u8(at + 3),
                        in.u8(at + 4),
                        in.u8(at + 5),
                        length < 20 ? null : in.ipv6(at + 6));
            case SOLICITED ->
                new RplOption.SolicitedInformation(in.u8(at + 2), in.u8(at + 3), in.ipv6(at + 4), in.u8(at + 20));
            case PREFIX -> prefix(in, at);
            case TARGET_DESCRIPTOR -> new RplOption.TargetDescriptor(in.u32(at + 2));
            default -> new RplOption.UnknownOption(type, length, in.hex(at + HEADER, length));
        };
    }

    /** How many bytes an option needs behind type and length. */
    private static int neededBytes(int type) {
        return switch (type) {
            case ROUTE -> 6;
            case CONFIGURATION -> 14;
            case TARGET -> 2;
            case TRANSIT, TARGET_DESCRIPTOR -> 4;
            case SOLICITED -> 19;
            case PREFIX -> 30;
            default -> 0;
        };
    }

    private static RplOption configuration(MessageBytes in, int at) {
        return new RplOption.Configuration(
                (in.u8(at + 2) & 0x08) != 0,
                in.u8(at + 2) & 0x07,
                in.u8(at + 3),
                in.u8(at + 4),
                in.u8(at + 5),
                in.u16(at + 6),
                in.u16(at + 8),
                in.u16(at + 10),
                in.u8(at + 13),
                in.u16(at + 14));
    }

    /** It has the layout that it has in neighbour discovery, and like there is 32 bytes long. */
    private static RplOption prefix(MessageBytes in, int at) {
        NdpOption.PrefixInformation same = PrefixInformationReader.record(in, at);
        return new RplOption.Prefix(same);
    }
}
