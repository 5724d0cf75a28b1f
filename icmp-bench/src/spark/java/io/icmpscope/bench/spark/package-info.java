/**
 * The analysis of a directory of captures on a cluster, by Apache Spark, of nothing but the public pieces of the library.
 *
 * <p>Built by the profile {@code spark} only.
 */
@NullMarked
package io.icmpscope.bench.spark;

import org.jspecify.annotations.NullMarked;
