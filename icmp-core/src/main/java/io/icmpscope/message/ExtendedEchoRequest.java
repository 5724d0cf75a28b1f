package io.icmpscope.message;

import org.jspecify.annotations.Nullable;

/**
 * Someone asks a node how one of its interfaces, or of its neighbours, is: ICMPv4 type 42, ICMPv6 type 160.
 *
 * @param identifier 0 to 65,535
 * @param sequenceNumber 0 to 255: it has eight bits
 * @param local whether the interface is one of the node asked; else it is one of a neighbour
 * @param extensions which interface; null when none of it was captured
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8335#section-2">RFC 8335, section 2</a>
 */
public record ExtendedEchoRequest(
        int identifier,
        int sequenceNumber,
        boolean local,
        @Nullable ExtensionStructure extensions) implements IcmpQuery {}
