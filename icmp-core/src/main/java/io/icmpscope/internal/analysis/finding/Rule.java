package io.icmpscope.internal.analysis.finding;

import io.icmpscope.report.Finding;
import io.icmpscope.report.FindingKind;
import java.util.function.Consumer;

/** One kind of finding: a pure function of the merged analyses. */
public interface Rule {

    /**
     * Tells what it finds.
     *
     * @return the kind of its findings
     */
    FindingKind kind();

    /**
     * Finds what there is of the kind: one finding a subject.
     *
     * @param merged what was seen in the whole capture
     * @param found takes each finding, in any order
     */
    void find(Merged merged, Consumer<Finding> found);
}
