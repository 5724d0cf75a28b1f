package io.icmpscope.report;

import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address on the link as neighbour discovery shows it, RFC 4861 and RFC 4862. ARP, which does this for IPv4, is not ICMP.
 *
 * @param address the address
 * @param linkAddresses the link-layer addresses that it was seen with, in the order of their first times, 16 at most
 * @param router whether it ever said that it is a router
 * @param changes how often the link-layer address that options named for it was another than before
 * @param conflicts how many of the checks found that somebody else has the address
 * @param duplicateChecks the checks whether somebody has the address already, in their order, 16 at most: those with a
 *     conflict rather than others, else the first
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4861#section-7">RFC 4861, section 7</a>
 */
public record Neighbor(
        IpAddress address,
        Listing<LinkAddress> linkAddresses,
        boolean router,
        long changes,
        long conflicts,
        Listing<DuplicateCheck> duplicateChecks)
        implements Serializable {

    /**
     * A link-layer address.
     *
     * @param linkAddress as text, such as {@code "02:00:5e:10:00:01"}
     * @param firstTime when it was seen first, or null
     * @param lastTime when it was seen last, or null
     * @param source where it was seen first: an option of a {@code "solicitation"}, {@code "advertisement"},
     *     {@code "router solicitation"}, {@code "router advertisement"} or {@code "redirect"}; or {@code "frame"}, when no
     *     option ever named one, for the source of the Ethernet frames
     */
    public record LinkAddress(
            String linkAddress,
            @Nullable Instant firstTime,
            @Nullable Instant lastTime,
            String source) implements Serializable {}

    /**
     * A check whether an address is in use. A question that is asked several times is one check.
     *
     * @param time when it was asked first, or null
     * @param frame the frame of the first question
     * @param result what came of it
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4862#section-5.4">RFC 4862, section 5.4</a>
     */
    public record DuplicateCheck(@Nullable Instant time, long frame, Result result) implements Serializable {

        /** What came of a check. */
        public enum Result {
            /** Nobody answered within a second of the last question. */
            UNIQUE,
            /** Somebody has the address, or asked for it at the same time. */
            DUPLICATE,
            /** The question came back to its own sender, RFC 7527. */
            LOOPED_BACK,
            /** The capture ended before the second was over. */
            PENDING
        }
    }
}
