/**
 * Layouts of the headers we read, as static functions over bytes in place.
 *
 * <p>Floor 1: knows {@code bytes} only. Nothing here allocates, logs or throws on bad input: {@code check} once, then no
 * reader leaves the bytes. A new link type is one class here and one row in the table of link types. Not API.
 */
@NullMarked
package io.icmpscope.internal.wire;

import org.jspecify.annotations.NullMarked;
