/**
 * Questions and answers: which requests were answered, when, and which were lost.
 *
 * <p>Floor 4, below {@code internal.analysis}. Not API.
 */
@NullMarked
package io.icmpscope.internal.analysis.echo;

import org.jspecify.annotations.NullMarked;
