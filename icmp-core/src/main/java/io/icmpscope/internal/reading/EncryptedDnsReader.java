package io.icmpscope.internal.reading;

import io.icmpscope.message.NdpOption;
import io.icmpscope.message.RouterOption;

/** Encrypted DNS: RFC 9463 section 6.1. */
final class EncryptedDnsReader {

    private static final String LAYER = "encrypted-dns";

    private static final int SERVICE_PRIORITY = 2; // offsets in the option
    private static final int LIFETIME = 4;
    private static final int FIRST_FIELD = 8; // three fields, each with a length of two bytes before it

    private EncryptedDnsReader() {}

    static NdpOption read(MessageBytes in, int at, int end) {
        int nameEnd = fieldEnd(in, at + FIRST_FIELD, end);
        int addressesEnd = fieldEnd(in, nameEnd, end);
        int parametersEnd = fieldEnd(in, addressesEnd, end);
        int parameters = Math.min(addressesEnd + Short.BYTES, parametersEnd);
        return new RouterOption.EncryptedDns(
                in.u16(at + SERVICE_PRIORITY),
                in.u32(at + LIFETIME),
                new DnsNames(in, LAYER, at + FIRST_FIELD + Short.BYTES, nameEnd).next(),
                in.ipv6List(nameEnd + Short.BYTES, addressesEnd),
                in.hex(parameters, parametersEnd - parameters));
    }

    /** Finds the end of a field that begins with its length. */
    private static int fieldEnd(MessageBytes in, int at, int end) {
        if (end - at < Short.BYTES) {
            return end; // left out; RFC 9463 has it so for a name alone
        }
        int length = in.u16(at);
        int room = end - at - Short.BYTES;
        if (length > room) {
            in.problem(LAYER, at, length, room, "a field reaches beyond its option");
        }
        return at + Short.BYTES + Math.min(length, room);
    }
}
