package io.icmpscope.mcp.json;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How much of a report is told: as much as a model reads, or as much as a person looks at. */
final class Extent {

    /** The result of the tool. */
    static final Extent RESULT = new Extent(1, 1);

    /** A page, whose tables sort and whose pictures are seen at a glance. */
    static final Extent PAGE = new Extent(4, 8);

    private final int bytes;
    private final Share whole;
    private final List<Share> lessAndLess;

    private Extent(int bytes, int entries) {
        this.bytes = bytes;
        this.whole = Share.whole(entries);
        this.lessAndLess = Stream.concat(Stream.of(whole), Share.lessAndLess(bytes, entries))
                .toList();
    }

    /** What there is room for where a result of the tool has room for so many bytes of UTF-8. */
    long room(long ofResult) {
        return bytes * ofResult;
    }

    /** Enough for everything. */
    Share whole() {
        return whole;
    }

    /**
     * Finds the largest share with which a part fits.
     *
     * @param room what the part may be long, in bytes of UTF-8
     * @param part prints it
     * @return that share; the smallest when it fits with none
     */
    Share fitting(long room, Function<Share, @Nullable Object> part) {
        return lessAndLess.stream()
                .filter(share -> JsonWriter.length(part.apply(share)) <= room)
                .findFirst()
                .orElse(lessAndLess.get(lessAndLess.size() - 1));
    }
}
