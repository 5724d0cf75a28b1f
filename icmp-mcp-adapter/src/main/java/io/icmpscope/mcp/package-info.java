/**
 * The MCP server and the command line: asks the library, checks what may be opened, translates the answer.
 *
 * <p>Above the core, and at its door only: knows {@code io.icmpscope}, {@code io.icmpscope.message} and
 * {@code io.icmpscope.report}, nothing {@code internal}. A test says so.
 */
@NullMarked
package io.icmpscope.mcp;

import org.jspecify.annotations.NullMarked;
