package io.icmpscope.report;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * An interface that a capture was taken from, as the capture describes it. A pcap file has one without a name.
 *
 * @param id its number in the file, counted from 0 over all sections
 * @param name what the capturing system called it, untrusted text, or null
 * @param linkType the name of its link type without the prefix {@code LINKTYPE_}
 * @param snaplen how many bytes of a packet were kept at most, 0 for no limit
 * @param filter the capture filter that was set, untrusted text, or how long the program is that stands in its place; or null
 * @param received packets that the interface received, from a statistics block, or null
 * @param dropped packets that were lost for want of buffers, from a statistics block, or null
 */
public record CaptureInterface(
        int id,
        @Nullable String name,
        String linkType,
        long snaplen,
        @Nullable String filter,
        @Nullable Long received,
        @Nullable Long dropped)
        implements Serializable {}
