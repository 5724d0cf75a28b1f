package io.icmpscope.message;

/**
 * A message whose layout is not known, or that is too short for the layout of its type. Nothing is dropped: its packet
 * entry names type, code and checksum all the same.
 *
 * @param bodyBytes how many bytes were captured after the four of type, code and checksum
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4443#section-2.1">RFC 4443, section 2.1</a>
 */
public record UnknownMessage(int bodyBytes) implements IcmpMessage {}
