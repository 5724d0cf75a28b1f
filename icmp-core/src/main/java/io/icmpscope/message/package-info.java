/**
 * ICMP and ICMPv6 messages as immutable records.
 *
 * <p>Beside the floors: every floor may use these types, and they know nothing but the JDK, least of all bytes. A message
 * that has no record of its own is still a message. Safe to keep and to share between threads.
 *
 * <p>Nothing given to them may be null, nor is anything that they give, unless it is marked
 * {@code @Nullable}.
 */
@NullMarked
package io.icmpscope.message;

import org.jspecify.annotations.NullMarked;
