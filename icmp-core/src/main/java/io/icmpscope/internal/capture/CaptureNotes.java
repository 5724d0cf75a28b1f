package io.icmpscope.internal.capture;

import io.icmpscope.report.CaptureWarning;
import io.icmpscope.report.CaptureWarning.Code;
import io.icmpscope.report.Listing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a capture says about itself, and what it lacks. Every list is bounded; what did not fit is counted. */
public final class CaptureNotes {

    private static final int MAX_NOTES = 100;

    private final List<CaptureInterfaceNote> interfaces = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();
    private final List<CaptureWarning> warnings = new ArrayList<>();
    private final Set<Code> told = EnumSet.noneOf(Code.class);
    private final SortedMap<Integer, Long> skipped = new TreeMap<>();
    private long commentsOmitted;
    private long warningsOmitted;

    CaptureNotes() {}

    void describe(CaptureInterfaceNote described) {
        interfaces.add(described);
    }

    /** Whether there is room for another comment. */
    boolean takesComments() {
        return comments.size() < MAX_NOTES;
    }

    void comment(String text) {
        if (takesComments()) {
            comments.add(text);
        } else {
            commentsOmitted++;
        }
    }

    void warn(Code code, long byteOffset, long frame, String message) {
        told.add(code);
        if (warnings.size() < MAX_NOTES) {
            warnings.add(new CaptureWarning(code, byteOffset, frame, message));
        } else {
            warningsOmitted++;
        }
    }

    /** Counts a block that is passed over; what it holds (names, secrets) is never shown. */
    void skip(int blockType) {
        if (skipped.size() < MAX_NOTES || skipped.containsKey(blockType)) {
            skipped.merge(blockType, 1L, Long::sum);
        }
    }

    /** Whether a kind of damage that may be in every record was told already. */
    boolean told(Code code) {
        return told.contains(code);
    }

    /**
     * Returns the interfaces described so far, in the order of the file.
     *
     * @return a view, which grows as the capture is read
     */
    public List<CaptureInterfaceNote> interfaces() {
        return Collections.unmodifiableList(interfaces);
    }

    /**
     * Returns the comments of the capture.
     *
     * @return untrusted text
     */
    public Listing<String> comments() {
        return new Listing<>(comments, commentsOmitted);
    }

    /**
     * Returns the blocks that hold no packets and were passed over.
     *
     * @return how many by pcapng block type
     */
    public SortedMap<Integer, Long> skipped() {
        return Collections.unmodifiableSortedMap(skipped);
    }

    /**
     * Returns what is damaged.
     *
     * @return warnings in the order of the file
     */
    public Listing<CaptureWarning> warnings() {
        return new Listing<>(warnings, warningsOmitted);
    }
}
