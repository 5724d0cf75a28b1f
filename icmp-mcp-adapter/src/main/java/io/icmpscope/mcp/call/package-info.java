/** Work that somebody waits for: it can be given up, ends in time, and says how far it is. */
@NullMarked
package io.icmpscope.mcp.call;

import org.jspecify.annotations.NullMarked;
