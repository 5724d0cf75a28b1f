/**
 * Paths: traceroutes put together from probes of small time to live and what routers and hosts said of them.
 *
 * <p>Floor 4, below {@code internal.analysis}. Not API.
 */
@NullMarked
package io.icmpscope.internal.analysis.path;

import org.jspecify.annotations.NullMarked;
