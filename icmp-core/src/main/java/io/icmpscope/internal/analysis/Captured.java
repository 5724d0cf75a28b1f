package io.icmpscope.internal.analysis;

import io.icmpscope.internal.packet.FragmentTrouble;
import io.icmpscope.internal.packet.FrameOrder;
import io.icmpscope.internal.packet.PacketPump;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.CaptureFile;
import java.util.List;

/**
 * What is known of captures beside what their messages say.
 *
 * @param frames how many frames they have
 * @param messages how many ICMP messages they have
 * @param lastTimeNanos the latest time stamp, or that of a frame without one
 * @param facts what the capture is, of several the timeline
 * @param captures what each of several is, or none when there is only one
 * @param fragmentTroubles what was odd about fragments
 * @param frameOrders in which order the frames of each came
 */
public record Captured(
        long frames,
        long messages,
        long lastTimeNanos,
        CaptureFacts facts,
        List<CaptureFile> captures,
        List<FragmentTrouble> fragmentTroubles,
        List<FrameOrder> frameOrders) {

    static Captured by(PacketPump pump) {
        return new Captured(
                pump.frames(),
                pump.messages(),
                pump.lastTimeNanos(),
                pump.facts(),
                pump.captures(),
                pump.fragmentTroubles(),
                pump.frameOrders());
    }
}
