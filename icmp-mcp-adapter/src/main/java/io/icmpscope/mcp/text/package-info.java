/** A report as text for people: one screen for a small capture. */
@NullMarked
package io.icmpscope.mcp.text;

import org.jspecify.annotations.NullMarked;
