package io.icmpscope.report;

import io.icmpscope.message.IpAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address on the link as neighbour discovery shows it: RFC 4861, RFC 4862.
 *
 * @param address the address
 * @param linkAddresses the link-layer addresses that it was seen with, in the order of their first times, 16 at most
 * @param router whether it said that it is a router
 * @param changes how often the link-layer address changed
 * @param duplicateChecks the checks whether somebody has the address already, the first 16
 */
public record Neighbor(
        IpAddress address,
        List<LinkAddress> linkAddresses,
        boolean router,
        long changes,
        List<DuplicateCheck> duplicateChecks) {

    /** Keeps copies of the lists. */
    public Neighbor {
        linkAddresses = List.copyOf(linkAddresses);
        duplicateChecks = List.copyOf(duplicateChecks);
    }

    /**
     * A link-layer address.
     *
     * @param linkAddress as text, such as {@code "02:00:5e:10:00:01"}
     * @param firstTime when it was seen first, or null
     * @param lastTime when it was seen last, or null
     * @param source where it was seen first: {@code "solicitation"}, {@code "advertisement"}, {@code "router solicitation"},
     *     {@code "router advertisement"} or {@code "redirect"}
     */
    public record LinkAddress(
            String linkAddress,
            @Nullable Instant firstTime,
            @Nullable Instant lastTime,
            String source) {}

    /**
     * A check whether an address is in use, RFC 4862 section 5.4.
     *
     * @param time when it was asked, or null
     * @param frame the frame of the question
     * @param result what came of it
     */
    public record DuplicateCheck(@Nullable Instant time, long frame, Result result) {

        /** What came of a check. */
        public enum Result {
            /** Nobody answered while the capture lasted. */
            UNIQUE,
            /** Somebody has the address, or asked for it at the same time. */
            DUPLICATE,
            /** The question came back to its own sender, RFC 7527. */
            LOOPED_BACK
        }
    }
}
