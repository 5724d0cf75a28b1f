/**
 * What routers, neighbours and listeners of a link do that they should not, or that only somebody who harms them does.
 *
 * <p>Floor 4, below {@code internal.analysis}. All messages about links have one asking host, so that one {@link
 * io.icmpscope.internal.analysis.finding.link.LinkFold} sees them in the order of the capture; it tells the watches of this
 * room, and the rules read what those have observed. Not API.
 */
@NullMarked
package io.icmpscope.internal.analysis.finding.link;

import org.jspecify.annotations.NullMarked;
