/**
 * What comes in floods, from many, for others, or to groups.
 *
 * <p>Floor 4, below {@code internal.analysis}. Not API.
 */
@NullMarked
package io.icmpscope.internal.analysis.finding.flood;

import org.jspecify.annotations.NullMarked;
