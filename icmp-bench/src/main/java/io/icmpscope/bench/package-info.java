/**
 * Benchmarks of the library, one a floor and one from end to end.
 *
 * <p>Beside the program, never published: knows everything, and nothing knows it. What a benchmark computes is compared
 * with what the library computes, by a test, so that no figure comes from a shortcut.
 */
@NullMarked
package io.icmpscope.bench;

import org.jspecify.annotations.NullMarked;
