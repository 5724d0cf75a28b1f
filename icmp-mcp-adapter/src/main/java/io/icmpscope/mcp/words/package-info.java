/** Words and figures that the text report, the JSON summary and the server share. */
@NullMarked
package io.icmpscope.mcp.words;

import org.jspecify.annotations.NullMarked;
