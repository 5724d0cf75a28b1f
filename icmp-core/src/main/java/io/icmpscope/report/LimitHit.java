package io.icmpscope.report;

import java.io.Serializable;

/**
 * A limit that the analysis reached. Counts by type and the number of messages stay exact all the same; what a table keeps
 * beyond its limit does not depend on the order of the packets.
 *
 * @param limit what is limited, such as {@code "echo sessions"}
 * @param value the limit
 * @param omitted how many more there were, where they were too many to count an estimate
 */
public record LimitHit(String limit, long value, long omitted) implements Serializable {}
