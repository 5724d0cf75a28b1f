package io.icmpscope.mcp.server;

import io.icmpscope.mcp.call.Call;
import io.icmpscope.mcp.call.Places;
import io.icmpscope.report.Access;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.Limits;
import java.io.IOException;

/**
 * The places at which calls are worked on: as many calls as there are places read at the same time and share the heap
 * evenly, the others wait. Thread-safe.
 *
 * <p>Files are read and never mapped: they belong to others, who may shorten them meanwhile, and the server must outlive
 * that.
 */
final class Workplaces {

    private static final int MOST = 4;

    private final Places places;
    private final AnalysisOptions options;

    private Workplaces(int count) {
        this.places = new Places(count);
        this.options = AnalysisOptions.defaults()
                .withAccess(Access.READ)
                .withLimits(Limits.defaults().dividedBy(count));
    }

    /** One for each processor, two at least, so that a small capture need not wait for a large one, and four at most. */
    static Workplaces ofThisMachine() {
        return new Workplaces(Math.max(2, Math.min(MOST, Runtime.getRuntime().availableProcessors())));
    }

    /** What is done at a place. */
    interface Work {
        Answer run() throws IOException;
    }

    /** How to read at a place, and what may be kept there. */
    AnalysisOptions options() {
        return options;
    }

    /**
     * Does something at a place, as soon as one is free.
     *
     * @throws java.util.concurrent.CancellationException when nobody waits for the call any more
     */
    Answer run(Call call, Work work) throws IOException {
        places.take(call);
        try {
            return work.run();
        } finally {
            places.leave();
        }
    }
}
