package io.icmpscope.internal.reading;

import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.NodeInformation;
import java.util.ArrayList;
import java.util.List;

/** Node information query and reply: RFC 4620 sections 4 and 6. */
final class NodeInformationReader {

    private static final String LAYER = "node-information";

    private static final int CODE = 1; // offsets in the message
    private static final int QUERY_TYPE = 4;
    private static final int FLAGS = 6;
    private static final int NONCE = 8;
    private static final int DATA = 16;

    private static final int SUBJECT_IPV6 = 0; // codes of a query
    private static final int SUBJECT_NAME = 1;
    private static final int SUBJECT_IPV4 = 2;

    private static final int NODE_NAME = 2; // query types
    private static final int NODE_ADDRESSES = 3;
    private static final int IPV4_ADDRESSES = 4;

    private static final int TTL = 4; // bytes, in front of names and of each address
    private static final int IPV4 = 4; // bytes
    private static final int IPV6 = 16;

    private NodeInformationReader() {}

    static IcmpMessage readQuery(MessageBytes in) {
        int code = in.u8(CODE);
        IpAddress address = null;
        if (code == SUBJECT_IPV6 && hasData(in, IPV6)) {
            address = in.ipv6(DATA);
        } else if (code == SUBJECT_IPV4 && hasData(in, IPV4)) {
            address = in.ipv4(DATA);
        }
        String name = code == SUBJECT_NAME ? new DnsNames(in, LAYER, DATA, in.length()).next() : null;
        return new NodeInformation.Query(in.u16(QUERY_TYPE), in.u16(FLAGS), in.i64(NONCE), address, name);
    }

    private static boolean hasData(MessageBytes in, int needed) {
        if (!in.has(DATA, needed)) {
            in.tooShort(LAYER, DATA, needed);
        }
        return in.has(DATA, needed);
    }

    static IcmpMessage readReply(MessageBytes in) {
        int type = in.u16(QUERY_TYPE);
        List<String> names = type == NODE_NAME && in.has(DATA, TTL)
                ? new DnsNames(in, LAYER, DATA + TTL, in.length()).all()
                : List.of();
        List<NodeInformation.NodeAddress> addresses = switch (type) {
            case NODE_ADDRESSES -> addresses(in, IPV6);
            case IPV4_ADDRESSES -> addresses(in, IPV4);
            default -> List.of();
        };
        return new NodeInformation.Reply(type, in.u16(FLAGS), in.i64(NONCE), names, addresses);
    }

    private static List<NodeInformation.NodeAddress> addresses(MessageBytes in, int length) {
        List<NodeInformation.NodeAddress> addresses = new ArrayList<>();
        int at = DATA;
        while (in.has(at, TTL + length)) {
            IpAddress address = length == IPV4 ? in.ipv4(at + TTL) : in.ipv6(at + TTL);
            addresses.add(new NodeInformation.NodeAddress(in.u32(at), address));
            at += TTL + length;
        }
        if (at < in.length()) {
            in.tooShort(LAYER, at, TTL + length);
        }
        return addresses;
    }
}
