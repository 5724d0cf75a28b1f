/** The MCP server: its tools, what all transports share, and the one on standard input and output. */
@NullMarked
package io.icmpscope.mcp.server;

import org.jspecify.annotations.NullMarked;
