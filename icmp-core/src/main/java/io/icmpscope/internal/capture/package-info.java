/**
 * Capture files cut into frames, through one reusable flyweight.
 *
 * <p>Floor 1: knows {@code bytes} only. A frame says where its bytes are, how long it was on the wire and when it was seen;
 * a file that breaks off or lies about a length ends with its byte offset, and the frames before it are kept. A new capture
 * format is one class here and one row in the table of magics. Not API.
 */
@NullMarked
package io.icmpscope.internal.capture;

import org.jspecify.annotations.NullMarked;
