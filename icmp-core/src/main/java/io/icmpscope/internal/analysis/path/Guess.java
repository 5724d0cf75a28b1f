package io.icmpscope.internal.analysis.path;

import java.io.Serializable;

/**
 * An answer to a probe that is not in the capture.
 *
 * @param answer what was said
 * @param quote what is known of the probe
 */
record Guess(Answer answer, ProbeQuote quote) implements Serializable {

    /** Whether another answer is this one, captured once more. */
    boolean isCopy(Answer other, ProbeQuote about) {
        return answer.from().equals(other.from()) && answer.kind() == other.kind() && quote.equals(about);
    }
}
