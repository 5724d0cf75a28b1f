package io.icmpscope.mcp;

import io.icmpscope.message.IpAddress;
import io.icmpscope.report.Confidence;
import io.icmpscope.report.Finding;
import io.icmpscope.report.Finding.Category;
import io.icmpscope.report.Finding.Evidence;
import io.icmpscope.report.Finding.Measured;
import io.icmpscope.report.Finding.Severity;
import io.icmpscope.report.Listing;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** Findings written out by hand. */
public final class FoundByHand {

    private static final Instant FIRST = Instant.parse("2023-11-14T22:13:20.25Z");

    private FoundByHand() {}

    /** Twelve of forty requests were lost. */
    public static Finding loss(Severity severity) {
        return loss("30 % of a ping was lost", severity, 12);
    }

    /** So many requests were lost, and the first ten of them are known. */
    public static Finding loss(String title, Severity severity, long lost) {
        return new Finding(
                "LOSS",
                title,
                severity,
                Confidence.MEDIUM,
                Category.NETWORK,
                "12 of 40 requests got no answer.",
                new Evidence(
                        lost,
                        LongStream.rangeClosed(1, Math.min(lost, 10)).boxed().toList(),
                        FIRST,
                        FIRST.plusSeconds(lost - 1),
                        Listing.whole(List.of(IpAddress.v4(0xC0000201))),
                        new Measured("loss_percent", 30, 20)),
                "A host may limit its answers.",
                "Capture at the other end.",
                "icmp.type == 8 && icmp.ident in {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20}",
                List.of("RFC 792"));
    }
}
