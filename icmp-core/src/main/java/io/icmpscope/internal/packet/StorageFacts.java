package io.icmpscope.internal.packet;

import io.icmpscope.internal.capture.CaptureNotes;
import io.icmpscope.internal.capture.CaptureStorage;
import io.icmpscope.internal.wire.LinkTypes;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.CaptureFacts.SkippedBlocks;
import io.icmpscope.report.CaptureFacts.UnsupportedLinkType;
import io.icmpscope.report.CaptureInterface;
import io.icmpscope.report.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Makes the facts about a capture, as far as it was read, of how it is stored and what went by. */
final class StorageFacts {

    private static final int MAX_LISTED_INTERFACES = 100;

    private StorageFacts() {}

    static CaptureFacts of(
            CaptureStorage storage, FrameTally tally, SortedMap<Integer, Long> unsupported, long incompleteFragments) {
        CaptureNotes notes = storage.notes();
        return new CaptureFacts(
                storage.format(),
                storage.byteOrder(),
                storage.compressed(),
                storage.sizeBytes(),
                interfaces(notes),
                tally.firstTime(),
                tally.lastTime(),
                tally.truncated(),
                incompleteFragments,
                unsupportedLinkTypes(unsupported),
                skippedBlocks(notes),
                notes.comments(),
                notes.warnings());
    }

    private static Listing<CaptureInterface> interfaces(CaptureNotes notes) {
        List<CaptureInterface> listed = new ArrayList<>();
        notes.interfaces().stream()
                .limit(MAX_LISTED_INTERFACES)
                .forEach(note -> listed.add(new CaptureInterface(
                        listed.size(),
                        note.name(),
                        LinkTypes.name(note.linkType()),
                        note.snaplen(),
                        note.filter(),
                        note.received(),
                        note.dropped())));
        return new Listing<>(listed, notes.interfaces().size() - listed.size());
    }

    private static List<SkippedBlocks> skippedBlocks(CaptureNotes notes) {
        List<SkippedBlocks> listed = new ArrayList<>();
        notes.skipped().forEach((type, count) -> listed.add(new SkippedBlocks(type, count)));
        return listed;
    }

    private static List<UnsupportedLinkType> unsupportedLinkTypes(SortedMap<Integer, Long> unsupported) {
        List<UnsupportedLinkType> listed = new ArrayList<>();
        unsupported.forEach(
                (linkType, count) -> listed.add(new UnsupportedLinkType(linkType, LinkTypes.name(linkType), count)));
        return listed;
    }
}
