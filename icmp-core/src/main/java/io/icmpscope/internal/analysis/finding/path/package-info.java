/**
 * What errors and redirects tell of the way that packets take: what cannot be reached, what goes in circles, what is too
 * large, and who routes.
 *
 * <p>Floor 4, below {@code internal.analysis}. Not API.
 */
@NullMarked
package io.icmpscope.internal.analysis.finding.path;

import org.jspecify.annotations.NullMarked;
