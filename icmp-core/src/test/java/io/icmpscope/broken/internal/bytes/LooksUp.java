package io.icmpscope.broken.internal.bytes;

import io.icmpscope.broken.internal.packet.LooksDown;

/** Floor 0 uses floor 3, which uses floor 0: an edge upward, and a cycle. */
public final class LooksUp {
    LooksDown above;
}
