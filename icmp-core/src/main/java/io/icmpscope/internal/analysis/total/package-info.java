/**
 * Tallies over all messages: types, hosts, and the first messages one by one.
 *
 * <p>Floor 4, below {@code internal.analysis}. Not API.
 */
@NullMarked
package io.icmpscope.internal.analysis.total;

import org.jspecify.annotations.NullMarked;
