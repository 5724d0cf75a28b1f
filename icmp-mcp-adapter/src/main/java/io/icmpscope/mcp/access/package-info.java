/**
 * Which captures may be opened, and the words for those that cannot be read.
 */
@NullMarked
package io.icmpscope.mcp.access;

import org.jspecify.annotations.NullMarked;
