/**
 * What routers and hosts complain about: errors by the datagrams that they are about, packets too big for a path, and
 * first hops that are not the best.
 *
 * <p>Floor 4: knows {@code collect}, {@code packet} and the floors below. Not API.
 */
@NullMarked
package io.icmpscope.internal.analysis.trouble;

import org.jspecify.annotations.NullMarked;
