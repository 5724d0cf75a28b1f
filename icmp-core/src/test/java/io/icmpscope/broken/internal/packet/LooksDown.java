package io.icmpscope.broken.internal.packet;

import io.icmpscope.broken.internal.bytes.LooksUp;

/** Floor 3 uses floor 0, arrays and primitives: all as drawn. */
public final class LooksDown {
    LooksUp below;
    byte[][] bytes;
    long time;
}
