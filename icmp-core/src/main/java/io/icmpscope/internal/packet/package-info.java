/**
 * One pass down the layers of a frame, into one reusable view of offsets.
 *
 * <p>Floor 3: knows {@code capture}, {@code reading}, {@code wire} and {@code bytes}. Nothing here is allocated per packet,
 * nothing recurses, and a bad packet is a fault in the view, never an exception. Not API.
 */
@NullMarked
package io.icmpscope.internal.packet;

import org.jspecify.annotations.NullMarked;
