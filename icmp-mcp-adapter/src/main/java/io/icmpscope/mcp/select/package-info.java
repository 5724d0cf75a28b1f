/** Which messages of a capture a caller wants to see, and where the list goes on. */
@NullMarked
package io.icmpscope.mcp.select;

import org.jspecify.annotations.NullMarked;
