package io.icmpscope.mcp.json;

import io.icmpscope.mcp.words.CaptureText;
import io.icmpscope.report.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long the lists of one part of the result may be. A part that is longer than the room for it is printed with less and
 * less: first its longest lists end earlier, then the lists and texts inside of their entries do, and at last each list
 * keeps its first entries only. All lists of a part have the same share, so that no short one pays for
 * a long one.
 */
final class Share {

    private static final int MOST_IN_AN_ENTRY = 16;

    /** Enough for everything that the result of the tool holds. */
    static final Share WHOLE = whole(1);

    private static final List<Share> LESS_AND_LESS = List.of(
            new Share(16_384, 16, 3, 1),
            new Share(12_288, 16, 3, 1),
            new Share(8_192, 16, 3, 1),
            new Share(6_144, 8, 3, 1),
            new Share(4_096, 8, 3, 1),
            new Share(3_072, 8, 3, 1),
            new Share(2_304, 4, 3, 1),
            new Share(1_536, 4, 3, 1),
            new Share(1_024, 4, 3, 1),
            new Share(0, 2, 3, 1),
            new Share(0, 1, 2, 1),
            new Share(0, 1, 1, 1));

    private final int bytes;
    private final int inner;
    private final int least;
    private final int times;

    private Share(int bytes, int inner, int least, int times) {
        this.bytes = bytes;
        this.inner = inner;
        this.least = least;
        this.times = times;
    }

    /** Enough for everything where lists may have so many times as many entries as in the result of the tool. */
    static Share whole(int times) {
        return new Share(Integer.MAX_VALUE, MOST_IN_AN_ENTRY, 3, times);
    }

    /** Gives all that are not enough for everything, for lists of so many times as many bytes and entries. */
    static Stream<Share> lessAndLess(int timesBytes, int times) {
        return LESS_AND_LESS.stream()
                .map(share -> new Share(timesBytes * share.bytes, share.inner, share.least, times));
    }

    /** Adds a list: of so many entries those that the share has room for, but a few whatever they are. */
    <T> void list(JsonObject json, String name, Listing<T> whole, int most, Function<T, ?> entry) {
        List<Object> kept = new ArrayList<>();
        long length = 0;
        for (T next : whole.entries()) {
            Object printed = entry.apply(next);
            length += JsonWriter.length(printed) + 1;
            if (kept.size() == most(most) || (kept.size() >= least && length > bytes)) {
                break;
            }
            kept.add(printed);
        }
        withList(json, name, kept, whole);
    }

    /** Adds a list inside of an entry. */
    <T> void inner(JsonObject json, String name, Listing<T> whole, Function<T, ?> entry) {
        inner(json, name, whole, MOST_IN_AN_ENTRY, entry);
    }

    /** Adds a list inside of an entry, of at most so many and never of more than 16. */
    <T> void inner(JsonObject json, String name, Listing<T> whole, int most, Function<T, ?> entry) {
        Stream<T> first = whole.entries().stream().limit(Math.min(most(most), inner));
        withList(json, name, first.map(entry).toList(), whole);
    }

    private static void withList(JsonObject json, String name, List<?> kept, Listing<?> whole) {
        long omitted = whole.total() - kept.size();
        json.withList(name, kept, omitted).withEstimated(name + "_omitted", omitted > 0 && whole.estimated());
    }

    /** How many entries a list may have that has so many at most in the result of the tool. */
    int most(int ofResult) {
        return times * ofResult;
    }

    /** How many members of so many bytes each an object may have that stands for a list. */
    int members(int most, int bytesEach) {
        return Math.min(most, Math.max(least, bytes / bytesEach));
    }

    /** What a figure that is made for the longest entries is in this share. */
    int scaled(int most) {
        return Math.max(1, (int) ((long) most * inner / MOST_IN_AN_ENTRY));
    }

    /** Makes a stranger's text safe to print. */
    String text(String untrusted) {
        return CaptureText.of(untrusted, scaled(CaptureText.MAX_CHARACTERS));
    }

    /** Makes a stranger's text safe to print, if there is one. */
    @Nullable
    String textOrNull(@Nullable String untrusted) {
        return untrusted == null ? null : text(untrusted);
    }
}
