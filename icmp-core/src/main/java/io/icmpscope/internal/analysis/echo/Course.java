package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.capture.Frame;
import io.icmpscope.report.EchoSeries;
import java.io.Serializable;

/** How a session went over time, in few points. Its requests are answered in any order, and settled as they were sent. */
final class Course implements Serializable {

    private final RttCourse answers;
    private final LossCourse losses;

    Course(int points) {
        answers = new RttCourse(points);
        losses = new LossCourse(points);
    }

    /** Takes the first answer to a request; of a further one its round trip would not be known when it is settled. */
    void answered(Request request, long rtt) {
        if (rtt >= 0) {
            answers.add(request.sentNanos(), request.latestFrame(), rtt);
        }
    }

    void settle(Request request) {
        if (request.isAnswered()) {
            losses.end();
        } else if (request.sentNanos() != Frame.NO_TIME) {
            losses.add(request.sentNanos(), request.latestFrame());
        }
    }

    EchoSeries series() {
        return new EchoSeries(answers.list(), losses.list());
    }
}
