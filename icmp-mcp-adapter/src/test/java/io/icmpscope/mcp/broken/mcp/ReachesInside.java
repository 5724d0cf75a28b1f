package io.icmpscope.mcp.broken.mcp;

import io.icmpscope.mcp.broken.internal.Hidden;

/** An adapter that goes round the doors, to show that {@code DoorsTest} can fail. */
final class ReachesInside {
    Hidden inside;
}
