package io.icmpscope.report;

import java.io.Serializable;

/**
 * One of several captures that were analysed as one timeline.
 *
 * @param name the capture, as given
 * @param firstFrame the number of its first frame in the timeline, or 0 when it has none
 * @param totalPackets how many frames it has
 * @param facts what it is, with its warnings
 */
public record CaptureFile(String name, long firstFrame, long totalPackets, CaptureFacts facts)
        implements Serializable {}
