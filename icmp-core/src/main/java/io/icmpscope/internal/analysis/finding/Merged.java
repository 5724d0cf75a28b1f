package io.icmpscope.internal.analysis.finding;

import io.icmpscope.internal.analysis.collect.Observations;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Threshold;
import java.util.List;

/** What was seen in the whole capture, for the rules to judge: the report without findings, and what it does not tell. */
public final class Merged {

    private final IcmpReport report;
    private final Observations observations;

    /**
     * Puts together what is to be judged.
     *
     * @param report the report, its findings aside
     * @param observations what collectors have seen for the sake of findings
     */
    public Merged(IcmpReport report, Observations observations) {
        this.report = report;
        this.observations = observations;
    }

    /**
     * Returns the analyses.
     *
     * @return the report, its findings aside
     */
    public IcmpReport report() {
        return report;
    }

    /**
     * Lists what was observed for the sake of findings.
     *
     * @param type the class of the observations
     * @param <T> the class of the observations
     * @return the observations in a fixed order
     */
    public <T> List<T> observed(Class<T> type) {
        return observations.of(type);
    }

    /**
     * Returns the value of a threshold that the caller chose.
     *
     * @param threshold the threshold
     * @return the chosen value or the standard, in the unit of the threshold
     */
    public double value(Threshold threshold) {
        return value(report.options(), threshold);
    }

    /**
     * Returns the value of a threshold that the caller chose, for collectors.
     *
     * @param options what the caller chose
     * @param threshold the threshold
     * @return the chosen value or the standard, in the unit of the threshold
     */
    public static double value(AnalysisOptions options, Threshold threshold) {
        return options.thresholds().getOrDefault(threshold.name(), threshold.standard());
    }
}
