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
import org.jspecify.annotations.Nullable;

/** What a capture says about itself, and what it lacks. Every list is bounded; what did not fit is counted. */
public final class CaptureNotes {

    private static final int MAX_NOTES = 100;

    /** Characters of all names and filters of interfaces, of which a capture can have more than any heap holds. */
    static final int MAX_INTERFACE_TEXT = 1 << 20;

    private final List<CaptureInterfaceNote> interfaces = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();
    private final List<CaptureWarning> warnings = new ArrayList<>();
    private final Set<Code> told = EnumSet.noneOf(Code.class);
    private final SortedMap<Integer, Long> skipped = new TreeMap<>();
    private int interfaceText;
    private long commentsOmitted;
    private long warningsOmitted;
    private final boolean apart;
    private boolean touched;

    private CaptureNotes(boolean apart) {
        this.apart = apart;
    }

    CaptureNotes() {
        this(/* apart= */ false);
    }

    /** Notes of who reads some of the frames beside others, and so may not change what belongs to all. */
    static CaptureNotes apart() {
        return new CaptureNotes(/* apart= */ true);
    }

    /** Notes an interface; without its name and filter, and false, where there is no room left for them. */
    boolean describe(CaptureInterfaceNote described) {
        touched = true;
        interfaces.add(described);
        int text = described.textLength();
        if (text > MAX_INTERFACE_TEXT - interfaceText) {
            described.name = null;
            described.filter = null;
            return false;
        }
        interfaceText += text;
        return true;
    }

    /** Whether there is room for another comment. */
    boolean takesComments() {
        return comments.size() < MAX_NOTES;
    }

    void comment(String text) {
        touched = true;
        if (takesComments()) {
            comments.add(text);
        } else {
            commentsOmitted++;
        }
    }

    void warn(Code code, long byteOffset, long frame, String message) {
        touched = true;
        told.add(code);
        if (warnings.size() < MAX_NOTES) {
            warnings.add(new CaptureWarning(code, byteOffset, frame, message));
        } else {
            warningsOmitted++;
        }
    }

    /** Counts a block that is passed over; what it holds (names, secrets) is never shown. */
    void skip(int blockType) {
        touched = true;
        if (skipped.size() < MAX_NOTES || skipped.containsKey(blockType)) {
            skipped.merge(blockType, 1L, Long::sum);
        }
    }

    /** Notes how many packets an interface received and dropped; null is not known. */
    void count(CaptureInterfaceNote of, @Nullable Long received, @Nullable Long dropped) {
        touched = true;
        if (!apart) {
            of.received = received == null ? of.received : received;
            of.dropped = dropped == null ? of.dropped : dropped;
        }
    }

    /** Whether anything was noted at all. */
    boolean isTouched() {
        return touched;
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
