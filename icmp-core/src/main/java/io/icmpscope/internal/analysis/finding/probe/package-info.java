/**
 * What tells of somebody who looks around, or of fields that carry what they should not.
 *
 * <p>Floor 4, below {@code internal.analysis}. Not API.
 */
@NullMarked
package io.icmpscope.internal.analysis.finding.probe;

import org.jspecify.annotations.NullMarked;
