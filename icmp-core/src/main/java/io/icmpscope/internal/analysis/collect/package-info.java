/**
 * What all collectors share: the question that each answers, the report while it is put together, and tables with a limit.
 *
 * <p>Floor 4, below {@code internal.analysis}. Not API.
 */
@NullMarked
package io.icmpscope.internal.analysis.collect;

import org.jspecify.annotations.NullMarked;
