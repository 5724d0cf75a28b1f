package io.icmpscope.internal.analysis.finding.packet;

import io.icmpscope.internal.analysis.collect.FirstFrames;
import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Messages that are odd in one way.
 *
 * @param key what is odd, and about whom
 * @param count how many messages
 * @param frames their first frames, 10 at most
 * @param firstTime when the first was seen, or null
 * @param lastTime when the last was seen, or null
 * @param examples from whom to whom the messages in these frames went
 */
record OddPacket(
        OddKey key,
        long count,
        List<Long> frames,
        @Nullable Instant firstTime,
        @Nullable Instant lastTime,
        List<Example> examples) {

    /**
     * A message.
     *
     * @param frame its frame
     * @param source who sent it
     * @param destination whom it was for
     */
    record Example(long frame, IpAddress source, IpAddress destination) implements Serializable {

        static final Comparator<Example> ORDER = Comparator.comparingLong(Example::frame)
                .thenComparing(Example::source)
                .thenComparing(Example::destination);
    }

    OddPacket {
        frames = List.copyOf(frames);
        examples = List.copyOf(examples);
    }

    /** Both together, under the key of this one. */
    OddPacket plus(OddPacket other) {
        return new OddPacket(
                key,
                count + other.count,
                FirstFrames.of(List.of(frames, other.frames)),
                first(firstTime, other.firstTime, Comparator.naturalOrder()),
                first(lastTime, other.lastTime, Comparator.reverseOrder()),
                Stream.concat(examples.stream(), other.examples.stream())
                        .sorted(Example.ORDER)
                        .toList());
    }

    private static @Nullable Instant first(@Nullable Instant one, @Nullable Instant other, Comparator<Instant> order) {
        return Stream.of(Optional.ofNullable(one), Optional.ofNullable(other))
                .flatMap(Optional::stream)
                .min(order)
                .orElse(null);
    }

    Oddity oddity() {
        return key.oddity();
    }

    /** Whom it is about, for oddities that tell by an address. */
    IpAddress subject() {
        IpAddress subject = key.subject();
        if (subject == null) {
            throw new IllegalStateException(key.oddity() + " has no subject");
        }
        return subject;
    }

    List<IpAddress> sources() {
        return examples.stream().map(Example::source).distinct().toList();
    }

    List<IpAddress> destinations() {
        return examples.stream().map(Example::destination).distinct().toList();
    }

    /** Senders first, then receivers. */
    List<IpAddress> addresses() {
        return Stream.concat(sources().stream(), destinations().stream())
                .distinct()
                .toList();
    }
}
