package io.icmpscope.internal.analysis.finding.packet;

/**
 * How many checksums hold.
 *
 * @param good messages of which it holds
 * @param bad messages of which it does not; all others are not verified
 */
record ChecksumCounts(long good, long bad) {}
