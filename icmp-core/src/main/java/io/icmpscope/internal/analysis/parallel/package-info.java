/**
 * Many threads on one capture: stretches of it are read at the same time, joined in their order, and the messages folded by
 * asking host. Knows how to share the work, and nothing of what is asked.
 *
 * <p>Floor 4, above {@code internal.analysis}. Not API.
 */
@NullMarked
package io.icmpscope.internal.analysis.parallel;

import org.jspecify.annotations.NullMarked;
