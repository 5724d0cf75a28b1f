package io.icmpscope.broken.internal.capture;

import io.icmpscope.broken.internal.wire.Neighbour;

/** Floor 1 uses floor 1. */
final class LooksSideways {
    Neighbour beside;
}
