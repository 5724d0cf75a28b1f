package io.icmpscope.message;

/**
 * A message whose layout is not known, or that is too short for the layout of its type. Nothing is dropped: its packet
 * entry names type, code and checksum all the same.
 *
 * @param bodyBytes how many bytes were captured after the four of type, code and checksum
 */
public record UnknownMessage(int bodyBytes) implements IcmpMessage {}
