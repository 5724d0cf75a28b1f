package io.icmpscope.internal.reading;

import io.icmpscope.message.IpAddress;
import io.icmpscope.message.Rpl;
import io.icmpscope.message.RplOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The base objects of RPL: RFC 6550 sections 6.2 to 6.6. Who reads one has asked how many bytes it needs. */
final class RplBodyReader {

    static final int UNKNOWN = -1;

    private static final String LAYER = "rpl";

    private static final int INSTANCE = 0; // offset in all but the solicitation
    private static final int FLAGS = 1; // offset in what has flags

    private static final int VERSION = 1; // offsets in the information object
    private static final int RANK = 2;
    private static final int MODE = 4;
    private static final int TRIGGER_SEQUENCE = 5;
    private static final int OBJECT_DODAG = 8;

    private static final int ADVERTISED_SEQUENCE = 3; // offset in the advertisement
    private static final int ACKNOWLEDGED_SEQUENCE = 2; // offsets in the acknowledgment
    private static final int STATUS = 3;
    private static final int DODAG = 4; // offset in both, where it is optional, and in the consistency check

    private static final int NONCE = 2; // offsets in the consistency check
    private static final int COUNTER = 20;

    private static final int GROUNDED = 0x80; // flags
    private static final int ACKNOWLEDGMENT_WANTED = 0x80;
    private static final int ADVERTISEMENT_HAS_DODAG = 0x40;
    private static final int ACKNOWLEDGMENT_HAS_DODAG = 0x80;
    private static final int RESPONSE = 0x80;

    private static final int ADDRESS = 16; // bytes

    private final MessageBytes in;
    private final Rpl.@Nullable Security security;
    private final int at;
    private final int end;

    RplBodyReader(MessageBytes in, Rpl.@Nullable Security security, int at, int end) {
        this.in = in;
        this.security = security;
        this.at = at;
        this.end = end;
    }

    /** How many bytes the object of a code needs at least. */
    static int neededBytes(int code) {
        return switch (code) {
            case 0x00 -> 2;
            case 0x01, 0x0A -> 24;
            case 0x02, 0x03 -> 4;
            default -> UNKNOWN;
        };
    }

    Rpl solicitation() {
        return new Rpl.InformationSolicitation(security, options(2));
    }

    Rpl object() {
        int mode = in.u8(at + MODE);
        return new Rpl.InformationObject(
                security,
                in.u8(at + INSTANCE),
                in.u8(at + VERSION),
                in.u16(at + RANK),
                (mode & GROUNDED) != 0,
                (mode >>> 3) & 7,
                mode & 7,
                in.u8(at + TRIGGER_SEQUENCE),
                in.ipv6(at + OBJECT_DODAG),
                options(OBJECT_DODAG + ADDRESS));
    }

    Rpl advertisement() {
        boolean named = (in.u8(at + FLAGS) & ADVERTISEMENT_HAS_DODAG) != 0;
        return new Rpl.DestinationAdvertisement(
                security,
                in.u8(at + INSTANCE),
                (in.u8(at + FLAGS) & ACKNOWLEDGMENT_WANTED) != 0,
                in.u8(at + ADVERTISED_SEQUENCE),
                named ? dodag() : null,
                options(named ? DODAG + ADDRESS : DODAG));
    }

    Rpl acknowledgment() {
        boolean named = (in.u8(at + FLAGS) & ACKNOWLEDGMENT_HAS_DODAG) != 0;
        return new Rpl.DestinationAcknowledgment(
                security,
                in.u8(at + INSTANCE),
                in.u8(at + ACKNOWLEDGED_SEQUENCE),
                in.u8(at + STATUS),
                named ? dodag() : null,
                options(named ? DODAG + ADDRESS : DODAG));
    }

    Rpl consistencyCheck() {
        return new Rpl.ConsistencyCheck(
                security,
                in.u8(at + INSTANCE),
                (in.u8(at + FLAGS) & RESPONSE) != 0,
                in.u16(at + NONCE),
                in.ipv6(at + DODAG),
                in.u32(at + COUNTER),
                options(COUNTER + 4));
    }

    private @Nullable IpAddress dodag() {
        if (end - at < DODAG + ADDRESS) {
            in.problem(LAYER, at + DODAG, ADDRESS, end - at - DODAG, "it ends within the name of the graph");
            return null;
        }
        return in.ipv6(at + DODAG);
    }

    private List<RplOption> options(int offset) {
        return RplOptionReader.readAll(in, at + offset, end);
    }
}
