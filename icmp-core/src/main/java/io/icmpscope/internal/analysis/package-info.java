/**
 * One collector a question: folds over the events of one asking host in time order, and tallies that need no order.
 *
 * <p>Floor 4: knows {@code packet} and the floors below it. Every collector can be merged with another of its kind and has
 * a cap, so that no capture can fill the heap. A new question is one class here and one row in the list of collectors.
 * Not API.
 */
@NullMarked
package io.icmpscope.internal.analysis;

import org.jspecify.annotations.NullMarked;
