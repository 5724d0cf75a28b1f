/**
 * Captures stored as zstd or lz4 frames, unpacked on their way to the library, which reads gzip itself.
 *
 * <p>{@code Captures} is the door. What cannot be unpacked ends a capture; what came before it is
 * analysed, and a warning says so. The libraries that unpack are loaded once a capture needs them.
 */
@NullMarked
package io.icmpscope.mcp.unpack;

import org.jspecify.annotations.NullMarked;
