package io.icmpscope.report;

import java.io.Serializable;

/**
 * A fault in one packet, told so that it can be checked by hand.
 *
 * @param layer the header or list where it is, such as {@code "ipv4"}
 * @param byteOffset where, in bytes from the start of the frame
 * @param needed how many bytes the layout needs there; where a rule is broken that is not about lengths, the value that
 *     it wants, or 0
 * @param had how many there were, or the value that was there
 * @param message what is wrong, in a few words
 */
public record Problem(String layer, int byteOffset, long needed, long had, String message) implements Serializable {}
