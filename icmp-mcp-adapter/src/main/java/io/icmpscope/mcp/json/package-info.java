/**
 * The answers as JSON: the only place where their names stand.
 *
 * <p>Each class turns values of the core into plain maps and lists, in the order in which they are printed;
 * {@link io.icmpscope.mcp.json.JsonWriter} prints them, and the MCP server hands them to its SDK as they are.
 * Beside what it writes, each class describes every member of it in a {@code schema()}, with its unit.
 */
@NullMarked
package io.icmpscope.mcp.json;

import org.jspecify.annotations.NullMarked;
