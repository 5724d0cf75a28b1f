package io.icmpscope.internal.wire;

/**
 * A row of the protocol tables.
 *
 * @param word what the header is called in a path
 * @param header how to get past it
 */
public record Layer(String word, Header header) {}
