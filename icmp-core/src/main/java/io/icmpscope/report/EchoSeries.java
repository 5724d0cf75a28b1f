package io.icmpscope.report;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How one ping went over time, with few enough points to draw them: no more of either list than
 * {@link AnalysisOptions#seriesPoints()}. As long as there are no more, each answered request and each run of lost ones
 * stands here as it was. When there are, time is cut into cells of equal width, a power of two of nanoseconds since 1970, the
 * narrowest that make few enough. Of the requests that were sent in one cell the one with the shortest and the one with the
 * longest round trip are told, the first if there are several; runs of lost requests that begin in one cell are told as one,
 * so that every lost request is counted in one of them.
 *
 * <p>Requests without a time are left out, answers whose round trip could not be measured, and probes of a traceroute that
 * had no answer. Pending requests are neither answered nor lost.
 *
 * @param answers answered requests in the order in which they were sent
 * @param losses lost requests in the order in which the first of each run was sent
 */
public record EchoSeries(List<Answer> answers, List<Loss> losses) implements Serializable {

    /** Keeps copies of the lists. */
    public EchoSeries {
        answers = List.copyOf(answers);
        losses = List.copyOf(losses);
    }

    /**
     * A request that was answered.
     *
     * @param sent when it was sent, the last time if several times
     * @param rtt from then to the first answer, 0 or more
     * @param frame the frame of the request
     */
    public record Answer(Instant sent, Duration rtt, long frame) implements Serializable {}

    /**
     * Requests that were lost one after the other, or several such runs that are close together. Requests that an ICMP error
     * refused are lost too.
     *
     * @param first when the first one was sent
     * @param last when the last one was sent, which is the first one when there is one only
     * @param count how many were lost, at least 1
     * @param frame the frame of the first one
     */
    public record Loss(Instant first, Instant last, long count, long frame) implements Serializable {}
}
