/**
 * What echo messages carry for others than ping: tunnels, known ones among them, data that leaves without an answer, and
 * messages that are larger than pings need to be.
 *
 * <p>Floor 4, below {@code internal.analysis}. A tunnel's mark is one row of {@link
 * io.icmpscope.internal.analysis.finding.tunnel.Signature}. Not API.
 */
@NullMarked
package io.icmpscope.internal.analysis.finding.tunnel;

import org.jspecify.annotations.NullMarked;
