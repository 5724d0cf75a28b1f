/**
 * Other readers of captures on the JVM, each put to the same task by its own interface: count the packets and the ICMP messages,
 * and pair the echoes.
 *
 * <p>Knows the library, and one peer a class. Only a benchmark uses it. The library answers with its whole report; the peers do
 * no more than the task.
 */
@NullMarked
package io.icmpscope.bench.peer;

import org.jspecify.annotations.NullMarked;
