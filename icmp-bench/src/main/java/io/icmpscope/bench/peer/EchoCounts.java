package io.icmpscope.bench.peer;

/**
 * What the task comes to.
 *
 * @param packets all frames
 * @param messages ICMP messages of both versions
 * @param requests echo requests
 * @param answered those of them that have a reply
 */
public record EchoCounts(long packets, long messages, long requests, long answered) {}
