/**
 * What a client may read beside the tools: what the result means, the tables that its names come from, and the page that shows
 * it.
 */
@NullMarked
package io.icmpscope.mcp.resource;

import org.jspecify.annotations.NullMarked;
