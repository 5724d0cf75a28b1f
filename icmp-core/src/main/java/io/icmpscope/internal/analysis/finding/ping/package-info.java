/**
 * What pings tell of the network: loss, delay, copies and order.
 *
 * <p>Floor 4, below {@code internal.analysis}. Not API.
 */
@NullMarked
package io.icmpscope.internal.analysis.finding.ping;

import org.jspecify.annotations.NullMarked;
