/**
 * Windows over the bytes of a capture, mapped or read, however large the file.
 *
 * <p>Floor 0: knows the JDK only. What lies above sees the same bytes whichever way they came. Not API.
 */
@NullMarked
package io.icmpscope.internal.bytes;

import org.jspecify.annotations.NullMarked;
