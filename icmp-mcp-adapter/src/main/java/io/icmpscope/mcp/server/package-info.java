/** The MCP server: its tools, and the transports it is reached by. */
@NullMarked
package io.icmpscope.mcp.server;

import org.jspecify.annotations.NullMarked;
