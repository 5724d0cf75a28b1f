package io.icmpscope.message;

import java.io.Serializable;
import java.util.List;

/**
 * Which multicast messages of low-power networks a forwarder holds: ICMPv6 type 159.
 *
 * @param seeds by the nodes that sent them
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7731#section-6.2">RFC 7731, section 6.2</a>
 */
public record MplControl(List<SeedInfo> seeds) implements IcmpMessage {

    /** Keeps a copy of the list. */
    public MplControl {
        seeds = List.copyOf(seeds);
    }

    /**
     * The messages of one seed.
     *
     * @param minimumSequence the smallest sequence number held, 0 to 255
     * @param seedId the seed as hexadecimal digits of 2, 8 or 16 bytes; empty for the source of the packet
     * @param bufferedMessages a bitmap of at most 63 bytes of the messages held, the first bit for the smallest number, as
     *     hexadecimal digits of at most its first 32 bytes
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7731#section-6.3">RFC 7731, section 6.3</a>
     */
    public record SeedInfo(int minimumSequence, String seedId, String bufferedMessages) implements Serializable {}
}
