/**
 * The front door: captures go in, a report comes out.
 *
 * <p>Floor 5: knows every floor below and shows none of them; its signatures name only its own types, those of
 * {@link io.icmpscope.report} and {@link io.icmpscope.message}, and the JDK's. A bad call is refused here, with
 * {@code IllegalArgumentException} or {@code NullPointerException}, before any byte is read.
 */
@NullMarked
package io.icmpscope;

import org.jspecify.annotations.NullMarked;
