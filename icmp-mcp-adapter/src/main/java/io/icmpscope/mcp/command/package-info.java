/** The command line: parses it, asks the library, prints the answer. */
@NullMarked
package io.icmpscope.mcp.command;

import org.jspecify.annotations.NullMarked;
