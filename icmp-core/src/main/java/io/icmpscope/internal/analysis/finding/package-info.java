/**
 * Judges what the analyses found: rules that read the merged analyses, never packets, and say what a reader should know, how sure
 * that is, and how to check it.
 *
 * <p>Floor 4, above {@code analysis.collect} and below {@code internal.analysis}, which has the one list of rules. Each room
 * below this one has the rules of one subject, a file a rule, and the collectors that see what these rules alone need. Not API.
 */
@NullMarked
package io.icmpscope.internal.analysis.finding;

import org.jspecify.annotations.NullMarked;
