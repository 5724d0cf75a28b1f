/** Brings the captures that clients of the server name, wherever they are, to a file that can be read. */
@NullMarked
package io.icmpscope.mcp.fetch;

import org.jspecify.annotations.NullMarked;
