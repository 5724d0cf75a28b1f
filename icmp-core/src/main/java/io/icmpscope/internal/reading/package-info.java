/**
 * One reader a message: from the bytes of an ICMP message to its record.
 *
 * <p>Floor 2: knows {@code wire} and {@code bytes}. Here a record is made, and only when one is wanted; bytes that no reader
 * knows become the record of an unknown message. A new message is one reader here and one row in
 * {@link io.icmpscope.internal.reading.MessageTable}, an option of neighbour discovery one in {@code NdpOptionTable}. Not
 * API.
 */
@NullMarked
package io.icmpscope.internal.reading;

import org.jspecify.annotations.NullMarked;
