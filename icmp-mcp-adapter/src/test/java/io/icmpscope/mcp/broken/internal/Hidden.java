package io.icmpscope.mcp.broken.internal;

/** Stands for what the core does not export. */
public final class Hidden {}
