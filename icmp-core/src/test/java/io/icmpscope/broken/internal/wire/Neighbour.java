package io.icmpscope.broken.internal.wire;

/** Uses nothing; others use it where they must not. */
public final class Neighbour {}
