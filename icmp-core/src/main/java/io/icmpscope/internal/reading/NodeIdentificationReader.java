package io.icmpscope.internal.reading;

import io.icmpscope.message.NodeIdentification;

/** The node identification object: draft-ietf-intarea-extended-icmp-nodeid section 3. Its C-Type is a set of bits. */
final class NodeIdentificationReader {

    private static final int ADDRESS = 0x04;
    private static final int NAME = 0x02;

    private NodeIdentificationReader() {}

    static NodeIdentification read(Span object, int cType) {
        SubObjects parts = new SubObjects("node-identification", object);
        return new NodeIdentification( // in the order of the wire
                parts.address((cType & ADDRESS) != 0), parts.name((cType & NAME) != 0));
    }
}
