package io.icmpscope;

import io.icmpscope.internal.analysis.Rules;
import io.icmpscope.report.FindingKind;
import java.util.List;

/** The catalogue of what an analysis can find. Thread-safe. */
public final class FindingKinds {

    private FindingKinds() {}

    /**
     * Lists what there is to find, with thresholds and references.
     *
     * @return the kinds of findings, each once
     */
    public static List<FindingKind> all() {
        return Rules.kinds();
    }
}
