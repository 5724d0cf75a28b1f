package io.icmpscope.mcp.command;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;

/**
 * Where a command reads and answers. Standard output belongs to answers alone; logs and messages go to standard error.
 *
 * @param in standard input
 * @param out standard output, buffered
 * @param err standard error
 */
public record Console(InputStream in, OutputStream out, PrintWriter err) {}
