package io.icmpscope.report;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * A kind of {@link Finding}: what can be found, and from which numbers on.
 *
 * @param id its name, such as {@code "LOSS"}
 * @param category what it concerns
 * @param meaning what was observed when there is such a finding
 * @param thresholds the numbers that decide, if any; each can be changed by {@link AnalysisOptions#withThreshold}
 * @param references where to read more: RFCs, CVE numbers, techniques of MITRE ATT&amp;CK
 */
public record FindingKind(
        String id, Finding.Category category, String meaning, List<Threshold> thresholds, List<String> references)
        implements Serializable {

    /**
     * Keeps copies of the lists.
     *
     * @throws NullPointerException when something is missing
     */
    public FindingKind {
        Objects.requireNonNull(id);
        Objects.requireNonNull(category);
        Objects.requireNonNull(meaning);
        thresholds = List.copyOf(thresholds);
        references = List.copyOf(references);
    }
}
