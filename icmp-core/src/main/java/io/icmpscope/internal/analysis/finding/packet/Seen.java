package io.icmpscope.internal.analysis.finding.packet;

import io.icmpscope.internal.analysis.collect.FirstFrames;
import io.icmpscope.internal.analysis.collect.Sightings;
import io.icmpscope.internal.analysis.finding.packet.OddPacket.Example;
import io.icmpscope.internal.packet.PacketView;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How often an oddity was seen, and between whom first. */
final class Seen implements Serializable {

    private final Sightings sightings = new Sightings();
    private final List<Example> examples = new ArrayList<>(1); // in their order

    Seen() {}

    /** Takes a message into account; once there are ten earlier ones it costs no memory. */
    void see(PacketView view) {
        sightings.see(view);
        if (examples.size() < FirstFrames.MOST || view.frameNumber() <= last().frame()) {
            add(new Example(view.frameNumber(), view.source(), view.destination()));
        }
    }

    private Example last() {
        return examples.get(examples.size() - 1);
    }

    private void add(Example example) {
        int at = Collections.binarySearch(examples, example, Example.ORDER);
        if (at < 0) {
            examples.add(-1 - at, example);
        }
        if (examples.size() > FirstFrames.MOST) {
            examples.remove(examples.size() - 1);
        }
    }

    void addAll(Seen other) {
        sightings.addAll(other.sightings);
        other.examples.forEach(this::add);
    }

    OddPacket as(OddKey key) {
        return new OddPacket(
                key, sightings.count(), sightings.frames(), sightings.firstTime(), sightings.lastTime(), examples);
    }
}
