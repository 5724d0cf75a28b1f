/**
 * The question and the answer as values: options and limits, the report and its parts, and the exception for a file that
 * is no capture.
 *
 * <p>Beside the floors: every floor may use these types, and they know {@link io.icmpscope.message} only. All but the
 * exception are immutable records, safe to keep and to share between threads.
 *
 * <p>Nothing given to them may be null, nor is anything that they give, unless it is marked
 * {@code @Nullable}.
 */
@NullMarked
package io.icmpscope.report;

import org.jspecify.annotations.NullMarked;
