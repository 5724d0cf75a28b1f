/**
 * What the data of echo requests looks like, and which program sends such data.
 *
 * <p>Floor 4: knows {@code collect}, {@code packet} and the floors below. A new class is one row of {@link
 * io.icmpscope.internal.analysis.payload.PayloadClass}. Not API.
 */
@NullMarked
package io.icmpscope.internal.analysis.payload;

import org.jspecify.annotations.NullMarked;
