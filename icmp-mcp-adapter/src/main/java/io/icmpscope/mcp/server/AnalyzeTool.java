package io.icmpscope.mcp.server;

import io.icmpscope.mcp.access.CaptureAccess;
import io.icmpscope.mcp.access.ErrorCode;
import io.icmpscope.mcp.access.GivenName;
import io.icmpscope.mcp.access.Refusal;
import io.icmpscope.mcp.json.ErrorJson;
import io.icmpscope.mcp.json.ReportJson;
import io.icmpscope.mcp.json.ToolArguments;
import io.icmpscope.mcp.unpack.Captures;
import io.icmpscope.report.Access;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tool {@code analyze_icmp_packets}, apart from the protocol: arguments in, an answer out, never an exception.
 * Thread-safe.
 *
 * <p>It reads and never maps: the files belong to others, who may shorten them meanwhile, and the server must outlive
 * that.
 */
final class AnalyzeTool {

    private static final Logger LOG = LoggerFactory.getLogger(AnalyzeTool.class);

    private static final int DEFAULT_ENTRIES = 100;

    private final int mostEntries;
    private final Clock clock;

    /**
     * Makes the tool.
     *
     * @param mostEntries how many packet entries a caller may ask for
     * @param clock gives the time of the analysis
     */
    AnalyzeTool(int mostEntries, Clock clock) {
        this.mostEntries = mostEntries;
        this.clock = clock;
    }

    /**
     * What the tool says.
     *
     * @param content the result or the error
     * @param isError whether it is an error
     */
    record Answer(Map<String, @Nullable Object> content, boolean isError) {}

    Answer answer(Map<String, ?> given) {
        String file = ToolArguments.fileIn(given);
        String shown = file == null ? null : GivenName.of(file);
        try {
            return new Answer(result(ToolArguments.of(given)), false);
        } catch (Refusal refusal) {
            return error(refusal.code(), refusal.sentence(), shown);
        } catch (Exception | StackOverflowError | OutOfMemoryError fault) {
            LOG.error("{} could not be analysed", shown, fault);
            Refusal refusal = Refusal.internal(String.valueOf(shown));
            return error(refusal.code(), refusal.sentence(), shown);
        }
    }

    private Map<String, @Nullable Object> result(ToolArguments arguments) throws Refusal {
        String file = arguments.pcapFile();
        Integer asked = arguments.maxPackets();
        AnalysisOptions options = AnalysisOptions.defaults()
                .withAccess(Access.READ)
                .withMaxPackets(Math.min(asked == null ? DEFAULT_ENTRIES : asked, mostEntries))
                .withFirstPacket(arguments.offset());
        IcmpReport report;
        try {
            report = Captures.analyze(CaptureAccess.server(file), options);
        } catch (IOException failure) {
            throw Refusal.reading(file, failure);
        }
        return asked == null
                ? ReportJson.brief(file, report, clock.instant())
                : ReportJson.full(file, report, clock.instant());
    }

    private static Answer error(ErrorCode code, String sentence, @Nullable String file) {
        return new Answer(ErrorJson.result(sentence, code.name(), file), true);
    }
}
