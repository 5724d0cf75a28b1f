/**
 * The MCP server over Streamable HTTP.
 *
 * <p>On Jetty's own handlers and the SDK's sessions. Nothing of it is loaded before somebody asks for this transport.
 */
@NullMarked
package io.icmpscope.mcp.http;

import org.jspecify.annotations.NullMarked;
