package io.icmpscope.internal.analysis.finding.packet;

import io.icmpscope.internal.analysis.finding.packet.OddPacket.Example;
import io.icmpscope.message.IpAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Oddities that one finding tells of. */
final class OddGroup {

    private final List<OddPacket> all = new ArrayList<>();

    OddGroup() {}

    void add(OddPacket odd) {
        all.add(odd);
    }

    long count() {
        return all.stream().mapToLong(OddPacket::count).sum();
    }

    List<Integer> numbers() {
        return all.stream().map(odd -> odd.key().number()).distinct().sorted().toList();
    }

    List<Long> frames() {
        return all.stream()
                .flatMap(odd -> odd.frames().stream())
                .distinct()
                .sorted()
                .limit(10)
                .toList();
    }

    List<IpAddress> sources() {
        return all.stream()
                .flatMap(odd -> odd.examples().stream())
                .sorted(Example.ORDER)
                .map(Example::source)
                .distinct()
                .toList();
    }

    @Nullable
    Instant firstTime() {
        return all.stream()
                .map(OddPacket::firstTime)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    @Nullable
    Instant lastTime() {
        return all.stream()
                .map(OddPacket::lastTime)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
