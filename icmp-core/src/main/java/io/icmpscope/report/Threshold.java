package io.icmpscope.report;

import java.io.Serializable;
import java.util.Objects;

/**
 * A number from which on something becomes a finding, or a graver one. Change it with
 * {@link AnalysisOptions#withThreshold}.
 *
 * @param name its name: that of the finding, a dot, and what it limits, such as {@code "LOSS.medium"}
 * @param standard its value unless the caller chooses another, in {@code unit}
 * @param unit what it counts, such as {@code "percent"} or {@code "requests"}
 * @param meaning what it decides
 */
public record Threshold(String name, double standard, String unit, String meaning) implements Serializable {

    /**
     * Describes a threshold.
     *
     * @throws IllegalArgumentException when the number is not finite or below zero
     * @throws NullPointerException when something is missing
     */
    public Threshold {
        Objects.requireNonNull(name);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(meaning);
        if (!Double.isFinite(standard) || standard < 0) {
            throw new IllegalArgumentException(name + ": " + standard);
        }
    }
}
