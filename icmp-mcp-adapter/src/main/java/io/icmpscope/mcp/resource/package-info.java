/** What a client may read beside the tools: what the result means, and the tables that its names come from. */
@NullMarked
package io.icmpscope.mcp.resource;

import org.jspecify.annotations.NullMarked;
